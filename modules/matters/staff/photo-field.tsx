import { Button } from 'antd'
import { useRef, useState } from 'react'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { shrinkPhoto } from '#kernel/web/photo.ts'
import { Problem } from '#kernel/web/problem.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { upload, type Uploaded } from '#kernel/web/upload.ts'

const MOST = 6

const zh = {
  optional: '选填',
  add: '加照片',
  remove: (number: number) => `删掉第 ${number} 张照片`,
  photo: (number: number) => `第 ${number} 张照片`,
  limit: `最多 ${MOST} 张`,
}
const en: typeof zh = {
  optional: 'optional',
  add: 'Add photos',
  remove: (number) => `Remove photo ${number}`,
  photo: (number) => `Photo ${number}`,
  limit: `${MOST} at most`,
}
const messages = { zh, en }

type Props = {
  readonly label: string
  readonly optional: boolean
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly photos: readonly Uploaded[]
  readonly onChange: (photos: readonly Uploaded[]) => void
}

/** Photos, sent as they are picked so that the form goes off at once. */
export function PhotoField({ label, optional, hint, error, photos, onChange }: Props) {
  const words = useMessages(messages)
  const sending = useSending(photos, onChange)
  return (
    <fieldset className="m-choices is-plain">
      <legend>
        {label}
        {optional && <small>（{words.optional}）</small>}
      </legend>
      <ul className="m-picks">
        {photos.map((photo, index) => (
          <li key={photo.id}>
            <img src={photo.thumbUrl} alt={words.photo(index + 1)} width={64} height={64} />
            <button
              type="button"
              aria-label={words.remove(index + 1)}
              onClick={() => onChange(photos.filter(({ id }) => id !== photo.id))}
            >
              <Icon name="cross" size={0.8} />
            </button>
          </li>
        ))}
        {photos.length < MOST && <AddPhotos busy={sending.busy} onAdd={sending.add} />}
      </ul>
      {error ? (
        <p className="m-error" role="alert">
          {error}
        </p>
      ) : (
        <small>{hint ?? words.limit}</small>
      )}
      <ProblemNote problem={sending.problem} />
    </fieldset>
  )
}

function AddPhotos({ busy, onAdd }: { busy: boolean; onAdd: (files: readonly File[]) => Promise<void> }) {
  const words = useMessages(messages)
  const picker = useRef<HTMLInputElement>(null)
  return (
    <li>
      <Button icon={<Icon name="camera" size={1} />} loading={busy} onClick={() => picker.current?.click()}>
        {words.add}
      </Button>
      <input
        ref={picker}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={(event) => {
          void onAdd([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </li>
  )
}

function useSending(photos: readonly Uploaded[], onChange: Props['onChange']) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  async function add(files: readonly File[]): Promise<void> {
    setBusy(true)
    setProblem(undefined)
    let soFar = photos
    try {
      for (const file of files.slice(0, MOST - photos.length)) {
        const { id, blob } = await shrinkPhoto(file)
        soFar = [...soFar, await upload(blob, id)]
        onChange(soFar)
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return { add, busy, problem }
}
