import { Image } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import type { Photo } from '#modules/files/contract.ts'
import { messages } from './detail.messages.ts'

/** Small pictures in a row; a tap shows them large, one after the other. */
export function Photos({ photos }: { photos: readonly Photo[] }) {
  const words = useMessages(messages)
  if (photos.length === 0) return null
  return (
    <Image.PreviewGroup>
      <div className="m-photos">
        {photos.map((photo, index) => (
          <Image
            key={photo.id}
            src={photo.thumbUrl}
            preview={{ src: photo.url }}
            alt={words.photo(index + 1)}
            width={72}
            height={72}
          />
        ))}
      </div>
    </Image.PreviewGroup>
  )
}
