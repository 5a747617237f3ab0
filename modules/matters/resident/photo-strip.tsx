import { useRef, useState, type ComponentProps, type ComponentType } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import type { Receipt } from '../contract.ts'
import type { PhotoView } from './photo-view.tsx'
import { messages } from './receipt.messages.ts'

type View = ComponentType<ComponentProps<typeof PhotoView>>

type ThumbnailProps = {
  photo: Receipt['photos'][number]
  label: string
  onPress: (button: HTMLElement) => void
}

function Thumbnail({ photo, label, onPress }: ThumbnailProps) {
  return (
    <button
      type="button"
      className="m-photos__open"
      aria-label={label}
      onClick={(event) => onPress(event.currentTarget)}
    >
      <img className="m-photos__picture" src={photo.thumbUrl} alt="" loading="lazy" />
    </button>
  )
}

/** Small pictures; a tap shows one over the whole screen. Where that cannot be loaded the picture itself opens. */
export function PhotoStrip({ photos }: { photos: Receipt['photos'] }) {
  const words = useMessages(messages)
  const [view, setView] = useState<{ View: View; first: number }>()
  const opener = useRef<HTMLElement>(null)

  async function enlarge(first: number) {
    try {
      const { PhotoView: Loaded } = await import('./photo-view.tsx')
      setView({ View: Loaded, first })
    } catch {
      location.assign(photos[first]?.url ?? '')
    }
  }

  function close() {
    setView(undefined)
    opener.current?.focus()
  }

  if (photos.length === 0) return null
  return (
    <>
      <ul className="m-photos">
        {photos.map((photo, index) => (
          <li key={photo.id}>
            <Thumbnail
              photo={photo}
              label={words.enlarge(index + 1)}
              onPress={(button) => {
                opener.current = button
                void enlarge(index)
              }}
            />
          </li>
        ))}
      </ul>
      {view && <view.View photos={photos} first={view.first} onClose={close} />}
    </>
  )
}
