import { Button, Input } from 'antd'
import { useRef } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import type { Boundary } from '../contract.ts'
import { AreaDrawing } from './area-drawing.tsx'
import { messages } from './area-form.messages.ts'
import { readPasted, ringsOf } from './map-shape.ts'

/** A boundary pasted or read from a file, drawn at once so that a wrong one is seen before it is saved. */
export function BoundaryField(props: {
  name: string
  text: string
  onText: (text: string) => void
  frame: Boundary | undefined
  keeps: boolean
}) {
  const words = useMessages(messages)
  const pasted = props.text.trim() ? readPasted(props.text) : undefined
  const broken = pasted && 'problem' in pasted ? words.broken[pasted.problem] : undefined
  const fresh = pasted && 'boundary' in pasted ? pasted.boundary : undefined
  return (
    <Labelled
      id="area-boundary"
      label={words.boundary}
      optional
      hint={props.keeps ? `${words.boundaryHint}${words.boundaryKept}` : words.boundaryHint}
      error={broken}
    >
      <Input.TextArea
        id="area-boundary"
        rows={4}
        value={props.text}
        spellCheck={false}
        className="p-token"
        placeholder='{"type":"Polygon","coordinates":[[[113.6,34.7],…]]}'
        aria-invalid={broken !== undefined}
        onChange={(event) => props.onText(event.target.value)}
      />
      <FileButton onText={props.onText} />
      {fresh && <Preview name={props.name || words.thisArea} fresh={fresh} frame={props.frame} />}
    </Labelled>
  )
}

function FileButton({ onText }: { onText: (text: string) => void }) {
  const words = useMessages(messages)
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
        aria-label={words.file}
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <Button size="small" style={{ marginTop: 6 }} onClick={() => file.current?.click()}>
        {words.file}
      </Button>
    </>
  )
}

function Preview({ name, fresh, frame }: { name: string; fresh: Boundary; frame: Boundary | undefined }) {
  const words = useMessages(messages)
  return (
    <figure style={{ margin: '8px 0 0' }}>
      <AreaDrawing
        title={words.preview(name)}
        own={frame}
        shapes={[{ id: 0, name, boundary: fresh }]}
        width={480}
        height={260}
      />
      <figcaption className="p-hint">{words.previewPoints(ringsOf(fresh).flat().length)}</figcaption>
    </figure>
  )
}
