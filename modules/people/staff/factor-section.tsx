import { Alert, Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { Problem } from '#kernel/web/problem.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { enteringWords } from '../web/entering.messages.ts'
import { ownAccountWords } from '../web/own-account.messages.ts'
import { confirmFactor, offerFactor, removeFactor, renewRecoveryCodes } from '../web/routes.generated.ts'
import type { Offer } from '../web/use-entering.ts'
import { BindFactor, RecoveryCodes } from './factor-parts.tsx'
import type { OwnAccount } from './password-section.tsx'

type Doing = 'nothing' | 'bind' | 'renew' | 'remove'

/** Binding the own second factor, new recovery codes for it, and removing it. */
export function FactorSection({ account }: { account: OwnAccount }) {
  const { factor: words } = useMessages(ownAccountWords)
  const [doing, setDoing] = useState<Doing>('nothing')
  const [codes, setCodes] = useState<readonly string[]>()
  const close = (): void => setDoing('nothing')
  return (
    <section className="oa-section">
      <h2>{words.title}</h2>
      {codes && <MadeCodes codes={codes} onClose={() => setCodes(undefined)} />}
      {!codes && doing === 'nothing' && <FactorState account={account} onDo={setDoing} />}
      {doing === 'bind' && (
        <Bind
          onClose={close}
          onCodes={(made) => {
            setCodes(made)
            close()
          }}
        />
      )}
      {doing === 'renew' && (
        <Renew
          onClose={close}
          onCodes={(made) => {
            setCodes(made)
            close()
          }}
        />
      )}
      {doing === 'remove' && <Remove onClose={close} />}
    </section>
  )
}

const few = 4

function FactorState({ account, onDo }: { account: OwnAccount; onDo: (doing: Doing) => void }) {
  const { factor: words } = useMessages(ownAccountWords)
  const dates = useDates()
  const { factor, factorDemanded } = account
  if (!factor) {
    return (
      <>
        <p>
          {words.none}
          {factorDemanded && words.demanded}
        </p>
        <Button type="primary" onClick={() => onDo('bind')}>
          {words.bind}
        </Button>
      </>
    )
  }
  return (
    <>
      <p>
        {words.bound(dates.day(factor.since))}
        {words.left(factor.recoveryCodesLeft)}
      </p>
      {factor.recoveryCodesLeft < few && <Alert type="warning" showIcon title={words.few} />}
      {factorDemanded && <p className="oa-second">{words.keepsDemanded}</p>}
      <div className="oa-row">
        <Button onClick={() => onDo('renew')}>{words.renew}</Button>
        {!factorDemanded && (
          <Button danger onClick={() => onDo('remove')}>
            {words.remove}
          </Button>
        )}
      </div>
    </>
  )
}

function MadeCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { factor: words } = useMessages(ownAccountWords)
  const entering = useMessages(enteringWords)
  return (
    <div className="oa-form">
      <h3>{entering.codesTitle}</h3>
      <p className="oa-second">{entering.codesHow}</p>
      <RecoveryCodes codes={codes} />
      <Button type="primary" onClick={onClose}>
        {words.close}
      </Button>
    </div>
  )
}

type Step = { onClose: () => void }

function Bind({ onClose, onCodes }: Step & { onCodes: (codes: readonly string[]) => void }) {
  const { factor: words, password } = useMessages(ownAccountWords)
  const offering = useStaffAction(offerFactor)
  const confirming = useStaffAction(confirmFactor, { invalidates: ['/account'] })
  const [offer, setOffer] = useState<Offer>()
  async function ask(secret: string): Promise<void> {
    const answer = await offering.run({ body: { password: secret } })
    if (answer) setOffer(answer)
  }
  async function confirm(code: string): Promise<void> {
    const answer = await confirming.run({ body: { code } })
    if (answer) onCodes(answer.recoveryCodes)
  }
  if (!offer) {
    return (
      <Ask
        how={words.askPassword}
        label={password.current}
        save={words.next}
        isSecret
        busy={offering.busy}
        problem={offering.problem}
        onSave={(secret) => void ask(secret)}
        onClose={onClose}
      />
    )
  }
  return (
    <div className="oa-form">
      <p>{words.how}</p>
      <ProblemNote problem={confirming.problem} />
      <BindFactor offer={offer} busy={confirming.busy} onCode={(code) => void confirm(code)} />
    </div>
  )
}

function Renew({ onClose, onCodes }: Step & { onCodes: (codes: readonly string[]) => void }) {
  const { factor: words } = useMessages(ownAccountWords)
  const action = useStaffAction(renewRecoveryCodes, { invalidates: ['/account'] })
  async function renew(code: string): Promise<void> {
    const answer = await action.run({ body: { code } })
    if (answer) onCodes(answer.recoveryCodes)
  }
  return <AskCode action={action} how={words.renewHow} save={words.renew} onSave={renew} onClose={onClose} />
}

function Remove({ onClose }: Step) {
  const { factor: words } = useMessages(ownAccountWords)
  const action = useStaffAction(removeFactor, { invalidates: ['/account'] })
  async function remove(code: string): Promise<void> {
    if (await action.run({ body: { code } })) onClose()
  }
  return (
    <AskCode action={action} how={words.removeHow} save={words.remove} onSave={remove} onClose={onClose} />
  )
}

function AskCode(props: {
  action: { busy: boolean; problem: Problem | undefined }
  how: string
  save: string
  onSave: (code: string) => Promise<void>
  onClose: () => void
}) {
  const words = useMessages(enteringWords)
  const { action, how, save, onClose } = props
  return (
    <Ask
      how={how}
      label={words.code}
      save={save}
      busy={action.busy}
      problem={action.problem}
      onSave={(code) => void props.onSave(code)}
      onClose={onClose}
    />
  )
}

function Ask(props: {
  how: string
  label: string
  save: string
  isSecret?: boolean
  busy: boolean
  problem: Problem | undefined
  onSave: (text: string) => void
  onClose: () => void
}) {
  const { cancel } = useMessages(ownAccountWords)
  const [text, setText] = useState('')
  const given = text.trim()
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (given) props.onSave(props.isSecret ? text : given)
  }
  const Field = props.isSecret ? Input.Password : Input
  return (
    <form className="oa-form" onSubmit={submit} noValidate>
      <p>{props.how}</p>
      <ProblemNote problem={props.problem} />
      <Labelled id="asked" label={props.label}>
        <Field
          id="asked"
          size="large"
          autoComplete={props.isSecret ? 'current-password' : 'one-time-code'}
          maxLength={props.isSecret ? 200 : 40}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Labelled>
      <div className="oa-row">
        <Button type="primary" htmlType="submit" disabled={!given} loading={props.busy}>
          {props.save}
        </Button>
        <Button onClick={props.onClose}>{cancel}</Button>
      </div>
    </form>
  )
}
