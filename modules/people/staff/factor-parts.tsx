import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { CopyButton } from '#kernel/web/react/copy-button.tsx'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { enteringWords } from '../web/entering.messages.ts'
import { FactorDrawing } from '../web/factor-drawing.tsx'
import type { Offer } from '../web/use-entering.ts'
import './factor.css'

/** The code to scan, the secret to type, and the field for the first six digits. */
export function BindFactor(props: { offer: Offer; busy: boolean; onCode: (code: string) => void }) {
  const words = useMessages(enteringWords)
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const isShort = code.trim().length < 6
  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (!isShort) props.onCode(code.trim())
  }
  return (
    <form className="fa" onSubmit={submit} noValidate>
      <FactorDrawing {...props.offer.drawing} label={words.drawing} />
      <p>{words.byHand}</p>
      <code className="fa-secret">{props.offer.secret}</code>
      <Labelled id="first-code" label={words.firstCode} error={tried && isShort ? words.needCode : undefined}>
        <Input
          id="first-code"
          size="large"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </Labelled>
      <Button type="primary" size="large" htmlType="submit" block loading={props.busy}>
        {words.bind}
      </Button>
    </form>
  )
}

/** The ten codes, shown this once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const words = useMessages(enteringWords)
  return (
    <div className="fa-codes">
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <CopyButton text={codes.join('\n')} words={words} />
    </div>
  )
}
