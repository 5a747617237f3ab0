import { useRef, useState } from 'react'
import { Button } from '#kernel/ui/button/button.tsx'
import { TextArea } from '#kernel/ui/field/field.tsx'
import { Notice, ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { PhotoPicker } from '#kernel/ui/photo-picker/photo-picker.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import type { Photo } from '#kernel/web/photo.ts'
import { messages } from './receipt.messages.ts'
import type { Replying } from './use-replying.ts'

type Props = { label: string; send: string; replying: Replying }

/** Words and photos for those who handle it. Without a connection they wait on the phone; what was refused comes back. */
export function ReplyForm(props: Props) {
  const words = useMessages(messages)
  if (props.replying.isWaiting) return <Notice kind="warn">{words.replyWaits}</Notice>
  return <Form key={props.replying.returned?.id} {...props} />
}

function Form({ label, send, replying }: Props) {
  const words = useMessages(messages)
  const box = useRef<HTMLFormElement>(null)
  const [text, setText] = useState(replying.returned?.words ?? '')
  const [photos, setPhotos] = useState<readonly Photo[]>(replying.returned?.photos ?? [])
  const [missing, setMissing] = useState<string>()

  function submit(event: { preventDefault: () => void }) {
    event.preventDefault()
    const said = text.trim()
    setMissing(said ? undefined : words.replyMissing)
    if (said) replying.send(said, photos)
    else box.current?.querySelector('textarea')?.focus()
  }

  return (
    <form ref={box} className="y-stack" noValidate onSubmit={submit}>
      <TextArea label={label} most={1000} value={text} onChange={setText} problem={missing} />
      <PhotoPicker most={6} photos={photos} onChange={setPhotos} />
      <ProblemBox problem={replying.problem} />
      <Button kind="primary" wide submit busy={replying.isUnderWay}>
        {send}
      </Button>
    </form>
  )
}
