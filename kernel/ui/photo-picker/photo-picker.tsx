import { useEffect, useMemo, useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { shrinkPhoto, type Photo } from '#kernel/web/photo.ts'
import { Problem } from '#kernel/web/problem.ts'
import { Icon } from '../icon/icon.tsx'
import { Notice } from '../notice/notice.tsx'
import { messages } from '../ui.messages.ts'
import './photo-picker.css'

function Thumbnail({ photo, number, onRemove }: { photo: Photo; number: number; onRemove: () => void }) {
  const words = useMessages(messages)
  const url = useMemo(() => URL.createObjectURL(photo.blob), [photo.blob])
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  return (
    <li className="y-photos__one">
      <img className="y-photos__picture" src={url} alt={words.photo(number)} />
      <button
        type="button"
        className="y-photos__remove"
        aria-label={words.removePhoto(number)}
        onClick={onRemove}
      >
        <span className="y-photos__cross">
          <Icon name="cross" size={0.9} />
        </span>
      </button>
    </li>
  )
}

function AddPhoto({ label, onPick }: { label: string; onPick: (files: readonly File[]) => void }) {
  return (
    <li className="y-photos__frame">
      <label className="y-photos__add">
        <Icon name="camera" />
        {label}
        <input
          className="y-photos__input"
          type="file"
          accept="image/*"
          multiple
          onChange={(event) => {
            const field = event.currentTarget
            const files = [...(field.files ?? [])]
            field.value = ''
            onPick(files)
          }}
        />
      </label>
    </li>
  )
}

type Props = { photos: readonly Photo[]; onChange: (photos: Photo[]) => void; most?: number; label?: string }

/** Photos made small in the page before they go anywhere. The phone offers its camera and its album. */
export function PhotoPicker({ photos, onChange, most = 6, label }: Props) {
  const words = useMessages(messages)
  const [problem, setProblem] = useState<string>()

  async function add(files: readonly File[]) {
    setProblem(files.length + photos.length > most ? words.photosFull(most) : undefined)
    const added: Photo[] = []
    for (const file of files.slice(0, most - photos.length)) {
      try {
        added.push(await shrinkPhoto(file))
      } catch (error) {
        setProblem(error instanceof Problem ? error.message : String(error))
      }
    }
    onChange([...photos, ...added])
  }

  return (
    <div className="y-stack">
      <ul className="y-photos">
        {photos.map((photo, index) => (
          <Thumbnail
            key={photo.id}
            photo={photo}
            number={index + 1}
            onRemove={() => onChange(photos.filter((one) => one !== photo))}
          />
        ))}
        {photos.length < most && (
          <AddPhoto label={label ?? words.addPhoto} onPick={(files) => void add(files)} />
        )}
      </ul>
      {problem && <Notice kind="warn">{problem}</Notice>}
    </div>
  )
}
