import { useRef, useState, type ComponentProps, type ComponentType } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import type { Receipt } from '../contract.ts'
import type { PhotoView } from './photo-view.tsx'
import { messages } from './receipt.messages.ts'

type View = ComponentType<ComponentProps<typeof PhotoView>>

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
            <button
              type="button"
              className="m-photos__open"
              aria-label={words.enlarge(index + 1)}
              onClick={(event) => {
                opener.current = event.currentTarget
                void enlarge(index)
              }}
            >
              <img className="m-photos__picture" src={photo.thumbUrl} alt="" loading="lazy" />
            </button>
          </li>
        ))}
      </ul>
      {view && <view.View photos={photos} first={view.first} onClose={close} />}
    </>
  )
}
