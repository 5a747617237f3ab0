import { Button, Input, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import type { Boundary } from '../contract.ts'
import { messages } from './boundary-editor.messages.ts'
import { readPasted } from './pasted-boundary.ts'

/** A boundary from the clipboard or a file, put on the map to be looked at before it is kept. */
export function PasteBoundary(props: { onTake: (boundary: Boundary) => void; onClose: () => void }) {
  const words = useMessages(messages)
  const [text, setText] = useState('')
  const pasted = text.trim() ? readPasted(text) : undefined
  const broken = pasted && 'problem' in pasted ? words.broken[pasted.problem] : undefined
  const take = (): void => {
    if (!pasted || !('boundary' in pasted)) return
    props.onTake(pasted.boundary)
    props.onClose()
  }
  return (
    <Modal
      open
      title={words.pasteTitle}
      okText={words.take}
      okButtonProps={{ disabled: !pasted || broken !== undefined }}
      cancelText={words.cancel}
      onOk={take}
      onCancel={props.onClose}
    >
      <Labelled id="area-boundary" label={words.pasteTitle} hint={words.pasteHint} error={broken}>
        <Input.TextArea
          id="area-boundary"
          rows={6}
          value={text}
          spellCheck={false}
          className="p-token"
          placeholder='{"type":"Polygon","coordinates":[[[113.6,34.7],…]]}'
          aria-invalid={broken !== undefined}
          onChange={(event) => setText(event.target.value)}
        />
        <FileButton label={words.file} onText={setText} />
      </Labelled>
    </Modal>
  )
}

function FileButton({ label, onText }: { label: string; onText: (text: string) => void }) {
  const file = useRef<HTMLInputElement>(null)
  async function take(chosen: File | undefined): Promise<void> {
    if (chosen) onText(await chosen.text())
    // The same file can be chosen again after it was mended.
    if (file.current) file.current.value = ''
  }
  return (
    <>
      <input
        ref={file}
        type="file"
        accept=".json,.geojson,application/json,application/geo+json"
        hidden
        aria-label={label}
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <Button size="small" style={{ marginTop: 6 }} onClick={() => file.current?.click()}>
        {label}
      </Button>
    </>
  )
}
