import { useEffect, useRef, useState } from 'react'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { messages as kitWords } from '#kernel/ui/ui.messages.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { Receipt } from '../contract.ts'
import './photo-view.css'

type Props = { photos: Receipt['photos']; first: number; onClose: () => void }

type TurningProps = { shown: number; count: number; onTurn: (by: number) => void }

function Turning({ shown, count, onTurn }: TurningProps) {
  const words = useMessages(kitWords)
  return (
    <div className="m-view__turn">
      <button
        type="button"
        className="m-view__button"
        aria-label={words.photo(shown)}
        disabled={shown === 0}
        onClick={() => onTurn(-1)}
      >
        <Icon name="back" />
      </button>
      <span aria-hidden>{words.characters(shown + 1, count)}</span>
      <button
        type="button"
        className="m-view__button"
        aria-label={words.photo(shown + 2)}
        disabled={shown === count - 1}
        onClick={() => onTurn(1)}
      >
        <Icon name="next" />
      </button>
    </div>
  )
}

/** One photo over the whole screen; the arrows, or the keys, go to the next. */
export function PhotoView({ photos, first, onClose }: Props) {
  const words = useMessages(kitWords)
  const dialog = useRef<HTMLDialogElement>(null)
  const [shown, setShown] = useState(first)
  const photo = photos[shown]
  useEffect(() => {
    const element = dialog.current
    if (typeof element?.showModal === 'function') element.showModal()
    else element?.setAttribute('open', '')
  }, [])
  const turn = (by: number) => setShown((now) => Math.min(photos.length - 1, Math.max(0, now + by)))
  if (!photo) return null
  return (
    <dialog
      ref={dialog}
      className="m-view"
      aria-label={words.photo(shown + 1)}
      onClose={onClose}
      onKeyDown={({ key }) => turn(key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0)}
    >
      <img
        className="m-view__picture"
        src={photo.url}
        width={photo.width}
        height={photo.height}
        alt={words.photo(shown + 1)}
      />
      <button
        type="button"
        className="m-view__button m-view__close"
        aria-label={words.close}
        onClick={onClose}
      >
        <Icon name="cross" />
      </button>
      {photos.length > 1 && <Turning shown={shown} count={photos.length} onTurn={turn} />}
    </dialog>
  )
}
