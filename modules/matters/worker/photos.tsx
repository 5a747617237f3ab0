import { useState } from 'react'
import { Button } from '#kernel/ui/button/button.tsx'
import { Sheet } from '#kernel/ui/sheet/sheet.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import type { Photo } from '#modules/files/contract.ts'
import { messages } from './matter.messages.ts'
import './photos.css'

function Thumbnail({ photo, number, onOpen }: { photo: Photo; number: number; onOpen: () => void }) {
  const words = useMessages(messages)
  const [away, setAway] = useState(false)
  if (away) return <span className="mt-photo mt-photo--away">{words.photoAway}</span>
  return (
    <button type="button" className="mt-photo" aria-label={words.photo(number)} onClick={onOpen}>
      <img src={photo.thumbUrl} alt="" loading="lazy" onError={() => setAway(true)} />
    </button>
  )
}

/** Small pictures in a row; a tap shows one large. */
export function Photos({ photos }: { photos: readonly Photo[] }) {
  const words = useMessages(messages)
  const [at, setAt] = useState<number>()
  if (photos.length === 0) return null
  const open = at === undefined ? undefined : photos[at]
  const last = photos.length - 1
  return (
    <>
      <ul className="mt-photos" aria-label={words.photos}>
        {photos.map((photo, index) => (
          <li key={photo.id}>
            <Thumbnail photo={photo} number={index + 1} onOpen={() => setAt(index)} />
          </li>
        ))}
      </ul>
      {open && at !== undefined && (
        <Sheet title={words.photoLarge(at + 1, photos.length)} open onClose={() => setAt(undefined)}>
          <img
            className="mt-photo__large"
            src={open.url}
            width={open.width}
            height={open.height}
            alt={words.photoLarge(at + 1, photos.length)}
          />
          {last > 0 && (
            <div className="mt-photo__turn">
              <Button disabled={at === 0} onPress={() => setAt(at - 1)}>
                {words.previous}
              </Button>
              <Button disabled={at === last} onPress={() => setAt(at + 1)}>
                {words.next}
              </Button>
            </div>
          )}
        </Sheet>
      )}
    </>
  )
}
