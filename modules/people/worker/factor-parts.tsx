import { useState } from 'react'
import { Button, ButtonLink } from '#kernel/ui/button/button.tsx'
import { TextField } from '#kernel/ui/field/field.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import type { Problem } from '#kernel/web/problem.ts'
import type { PasswordRules } from '../contract.ts'
import { enteringWords } from '../web/entering.messages.ts'
import { FactorDrawing } from '../web/factor-drawing.tsx'
import { faultsIn, passwordWords } from '../web/password-words.messages.ts'
import type { Offer } from '../web/use-entering.ts'
import './worker.css'

/** The six digits of the authenticator, or a recovery code. */
export function CodeForm(props: {
  label: string
  save: string
  busy: boolean
  digitsOnly?: boolean
  onCode: (code: string) => void
}) {
  const words = useMessages(enteringWords)
  const [code, setCode] = useState('')
  const [sent, setSent] = useState(false)
  const isShort = code.trim().length < 6
  return (
    <form
      className="y-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setSent(true)
        if (!isShort) props.onCode(code.trim())
      }}
    >
      <TextField
        label={props.label}
        name="code"
        autoComplete="one-time-code"
        inputMode={props.digitsOnly ? 'numeric' : 'text'}
        maxLength={40}
        value={code}
        onChange={setCode}
        problem={sent && isShort ? words.needCode : undefined}
      />
      <Button kind="primary" wide submit busy={props.busy}>
        {props.save}
      </Button>
    </form>
  )
}

/** On the very phone that holds the authenticator a code cannot be scanned: it is opened there, or typed. */
export function BindFactor(props: { offer: Offer; busy: boolean; onCode: (code: string) => void }) {
  const words = useMessages(enteringWords)
  const { offer } = props
  return (
    <>
      <div className="wk-drawing">
        <FactorDrawing {...offer.drawing} label={words.drawing} />
      </div>
      <ButtonLink to={offer.address} wide>
        {words.openHere}
      </ButtonLink>
      <p className="y-second">{words.byHand}</p>
      <p className="wk-secret">{offer.secret}</p>
      <CodeForm
        label={words.firstCode}
        save={words.bind}
        busy={props.busy}
        digitsOnly
        onCode={props.onCode}
      />
    </>
  )
}

/** The ten codes, shown this once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <ol className="wk-codes">
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ol>
  )
}

/** A new password, typed twice. */
export function NewPasswordForm(props: {
  rules: PasswordRules | undefined
  problem: Problem | undefined
  busy: boolean
  save: string
  onSave: (password: string) => void
}) {
  const words = useMessages(passwordWords)
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [sent, setSent] = useState(false)
  const fault = sent && !next ? words.needNext : faultsIn(props.problem, words)
  return (
    <form
      className="y-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setSent(true)
        if (next && next === again) props.onSave(next)
      }}
    >
      <TextField
        label={words.next}
        name="new-password"
        type="password"
        autoComplete="new-password"
        maxLength={200}
        value={next}
        onChange={setNext}
        hint={props.rules && words.rule(props.rules)}
        problem={fault}
      />
      <TextField
        label={words.again}
        name="new-password-again"
        type="password"
        autoComplete="new-password"
        maxLength={200}
        value={again}
        onChange={setAgain}
        problem={sent && next !== again ? words.differs : undefined}
      />
      <Button kind="primary" wide submit busy={props.busy}>
        {props.save}
      </Button>
    </form>
  )
}
