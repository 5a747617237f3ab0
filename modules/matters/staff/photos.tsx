import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import type { Photo } from '#modules/files/contract.ts'
import { messages } from './detail.messages.ts'

/** Small pictures in a row; a tap shows them large, one after the other. */
export function Photos({ photos }: { photos: readonly Photo[] }) {
  const words = useMessages(messages)
  const [shown, setShown] = useState<number>()
  if (photos.length === 0) return null
  return (
    <div className="m-photos">
      {photos.map((photo, index) => (
        <button key={photo.id} type="button" onClick={() => setShown(index)}>
          <img src={photo.thumbUrl} alt={words.photo(index + 1)} width={72} height={72} loading="lazy" />
        </button>
      ))}
      {shown !== undefined && (
        <LargePhoto photos={photos} at={shown} onMove={setShown} onClose={() => setShown(undefined)} />
      )}
    </div>
  )
}

type LargeProps = {
  readonly photos: readonly Photo[]
  readonly at: number
  readonly onMove: (index: number) => void
  readonly onClose: () => void
}

function LargePhoto({ photos, at, onMove, onClose }: LargeProps) {
  const words = useMessages(messages)
  const photo = photos[at]
  if (!photo) return null
  const go = (index: number) => onMove((index + photos.length) % photos.length)
  const several = photos.length > 1 && (
    <>
      <Button icon={<Icon name="back" size={1} />} onClick={() => go(at - 1)}>
        {words.before}
      </Button>
      <Button icon={<Icon name="next" size={1} />} onClick={() => go(at + 1)}>
        {words.after}
      </Button>
    </>
  )
  return (
    <Modal
      open
      centered
      width="min(1000px, 92vw)"
      title={words.photoOf(at + 1, photos.length)}
      footer={several}
      onCancel={onClose}
    >
      <img
        className="m-large-photo"
        src={photo.url}
        alt={words.photo(at + 1)}
        width={photo.width}
        height={photo.height}
      />
    </Modal>
  )
}
