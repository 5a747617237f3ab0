import { Alert, App, Button, Checkbox, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { fieldLines, SettingHistory } from '#modules/office/web/door.tsx'
import type { readProvider as ReadProvider } from '../contract.ts'
import { changeProvider, readProvider, tryProvider } from '../web/routes.generated.ts'
import { messages } from './provider.messages.ts'

type InForce = ReturnsOf<typeof ReadProvider>
type Draft = Omit<InForce, 'hasSecret' | 'callback'> & { secret: string }

const touched = ['/sign-in-provider', '/session/ways', '/settings']

/** The sign-in service of the office. */
export function ProviderSection() {
  const words = useMessages(messages)
  const inForce = useStaffRoute(readProvider, {})
  return (
    <section className="sr-section">
      <h2>{words.title}</h2>
      <p className="sr-second">{words.what}</p>
      <ProblemNote problem={inForce.error} again={() => void inForce.refetch()} />
      {inForce.data && <ProviderForm key={JSON.stringify(inForce.data)} inForce={inForce.data} />}
      <ProviderHistory />
    </section>
  )
}

/** What it was; its secret is in no version and stays as it is. */
function ProviderHistory() {
  const words = useMessages(messages)
  const action = useStaffAction(changeProvider, { invalidates: touched })
  const { on, issuer, clientId, button, claim, ownFactor } = words
  return (
    <>
      <ProblemNote problem={action.problem} />
      <SettingHistory
        name="people.provider"
        linesOf={fieldLines({ on, issuer, clientId, button, claim, ownFactor })}
        onSetBack={async (value) =>
          (await action.run({ body: value as Omit<Draft, 'secret'> })) !== undefined
        }
      />
    </>
  )
}

function ProviderForm({ inForce }: { inForce: InForce }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const { hasSecret, callback, ...set } = inForce
  const [draft, setDraft] = useState<Draft>({ ...set, secret: '' })
  const action = useStaffAction(changeProvider, { invalidates: touched })
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }))
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    const { secret, ...rest } = draft
    if (!(await action.run({ body: { ...rest, ...(secret && { secret }) } }))) return
    change({ secret: '' })
    void message.success(words.saved)
  }
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <ProblemNote problem={action.problem} />
      <Checkbox checked={draft.on} onChange={(event) => change({ on: event.target.checked })}>
        {words.on}
      </Checkbox>
      <Fields draft={draft} hasSecret={hasSecret} onChange={change} />
      <Checkbox checked={draft.ownFactor} onChange={(event) => change({ ownFactor: event.target.checked })}>
        {words.ownFactor}
      </Checkbox>
      <p className="sr-second">{words.ownFactorHint}</p>
      <p className="sr-callback">
        {words.callback} <code>{callback}</code>
      </p>
      <div className="sr-row">
        <Button type="primary" htmlType="submit" loading={action.busy}>
          {words.save}
        </Button>
        {inForce.on && <Trial />}
      </div>
    </form>
  )
}

function Fields(props: { draft: Draft; hasSecret: boolean; onChange: (part: Partial<Draft>) => void }) {
  const words = useMessages(messages)
  const { draft, hasSecret, onChange } = props
  const text = (name: 'issuer' | 'clientId' | 'button' | 'claim', label: string, hint?: string) => (
    <Labelled id={`provider-${name}`} label={label} hint={hint}>
      <Input
        id={`provider-${name}`}
        autoComplete="off"
        spellCheck={false}
        maxLength={name === 'button' ? 20 : 300}
        value={draft[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Labelled>
  )
  return (
    <div className="sr-fields">
      {text('issuer', words.issuer, words.issuerHint)}
      {text('clientId', words.clientId)}
      <Labelled
        id="provider-secret"
        label={words.secret}
        hint={hasSecret ? words.secretKept : words.secretNone}
      >
        <Input.Password
          id="provider-secret"
          autoComplete="new-password"
          maxLength={500}
          value={draft.secret}
          onChange={(event) => onChange({ secret: event.target.value })}
        />
      </Labelled>
      {text('button', words.button)}
      {text('claim', words.claim, words.claimHint)}
    </div>
  )
}

function Trial() {
  const words = useMessages(messages)
  const action = useStaffAction(tryProvider)
  const [address, setAddress] = useState<string>()
  async function go(): Promise<void> {
    setAddress(undefined)
    const answer = await action.run({})
    if (answer) setAddress(new URL(answer.authorization).host)
  }
  return (
    <>
      <Button loading={action.busy} onClick={() => void go()}>
        {words.try}
      </Button>
      <ProblemNote problem={action.problem} />
      {address && <Alert type="success" showIcon role="status" title={words.tried(address)} />}
    </>
  )
}
