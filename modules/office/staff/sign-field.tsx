import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Problem } from '#kernel/web/problem.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { upload } from '#kernel/web/upload.ts'
import { uuidv7 } from '#kernel/web/uuid.ts'
import { messages } from './office.messages.ts'

/** The picture beside the name; sent when it is picked, in force when the form is saved. */
export function SignField(props: {
  /** The address of the one in force. */
  shown: string | undefined
  signId: string | undefined
  onChange: (signId: string | undefined) => void
}) {
  const words = useMessages(messages)
  const picker = useRef<HTMLInputElement>(null)
  const [sent, setSent] = useState<{ id: string; url: string }>()
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  async function send(file: File | undefined): Promise<void> {
    if (!file) return
    setBusy(true)
    setProblem(undefined)
    try {
      const { id, thumbUrl } = await upload(file, uuidv7())
      setSent({ id, url: thumbUrl })
      props.onChange(id)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const url = props.signId && (sent?.id === props.signId ? sent.url : props.shown)
  return (
    <fieldset className="o-lines">
      <legend>{words.sign}</legend>
      <div className="o-line">
        {url ? (
          <img className="o-sign" src={url} alt={words.signAlt} />
        ) : (
          <span className="o-second">{words.noSign}</span>
        )}
        <Button loading={busy} onClick={() => picker.current?.click()}>
          {words.choose}
        </Button>
        {props.signId && <Button onClick={() => props.onChange(undefined)}>{words.remove}</Button>}
        <input
          ref={picker}
          type="file"
          accept="image/*"
          aria-label={words.choose}
          hidden
          onChange={(event) => {
            void send(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
      <p className="o-second">{words.signHint}</p>
      <ProblemNote problem={problem} />
    </fieldset>
  )
}
