import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { enteringWords } from '../web/entering.messages.ts'
import { readWaysIn } from '../web/routes.generated.ts'
import type { Entering, Stage } from '../web/use-entering.ts'
import { BindFactor, RecoveryCodes } from './factor-parts.tsx'
import { NewPasswordFields } from './new-password.tsx'

/** What is still wanted after the password. */
export function SignInSteps({ entering }: { entering: Entering }) {
  const { stage } = entering
  if (stage.at === 'code') return <CodeStep entering={entering} />
  if (stage.at === 'password') return <PasswordStep entering={entering} />
  if (stage.at === 'enrol') return <EnrolStep entering={entering} stage={stage} />
  if (stage.at === 'codes') return <CodesStep entering={entering} stage={stage} />
  return null
}

function Step(props: { title: string; how: string; entering: Entering; children: ReactNode }) {
  const words = useMessages(enteringWords)
  const { entering } = props
  const shown = entering.problem?.code === 'people.password-weak' ? undefined : entering.problem
  return (
    <>
      <h1>{props.title}</h1>
      <p className="si-second">{props.how}</p>
      <ProblemNote problem={shown} />
      {props.children}
      {entering.stage.at !== 'codes' && (
        <Button type="link" className="si-back" onClick={entering.again}>
          {words.back}
        </Button>
      )}
    </>
  )
}

function CodeStep({ entering }: { entering: Entering }) {
  const words = useMessages(enteringWords)
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const field = useRef<InputRef>(null)
  useEffect(() => field.current?.focus(), [])
  const isShort = code.trim().length < 6
  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (!isShort) void entering.giveCode(code.trim())
  }
  return (
    <Step title={words.codeTitle} how={words.codeHow} entering={entering}>
      <form onSubmit={submit} noValidate>
        <Labelled id="code" label={words.code} error={tried && isShort ? words.needCode : undefined}>
          <Input
            id="code"
            size="large"
            ref={field}
            inputMode="text"
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </Labelled>
        <Button type="primary" size="large" htmlType="submit" block loading={entering.busy}>
          {words.goOn}
        </Button>
      </form>
    </Step>
  )
}

function PasswordStep({ entering }: { entering: Entering }) {
  const words = useMessages(enteringWords)
  const rules = useStaffRoute(readWaysIn, {}).data?.password
  return (
    <Step title={words.passwordTitle} how={words.passwordHow} entering={entering}>
      <NewPasswordFields
        rules={rules}
        problem={entering.problem}
        busy={entering.busy}
        save={words.passwordSave}
        onSave={(password) => void entering.givePassword(password)}
      />
    </Step>
  )
}

function EnrolStep(props: { entering: Entering; stage: Extract<Stage, { at: 'enrol' }> }) {
  const words = useMessages(enteringWords)
  const { entering, stage } = props
  return (
    <Step title={words.enrolTitle} how={words.enrolHow} entering={entering}>
      <BindFactor offer={stage.offer} busy={entering.busy} onCode={(code) => void entering.confirm(code)} />
    </Step>
  )
}

function CodesStep(props: { entering: Entering; stage: Extract<Stage, { at: 'codes' }> }) {
  const words = useMessages(enteringWords)
  return (
    <Step title={words.codesTitle} how={words.codesHow} entering={props.entering}>
      <RecoveryCodes codes={props.stage.recoveryCodes} />
      <Button type="primary" size="large" block onClick={() => void props.entering.goOn()}>
        {words.kept}
      </Button>
    </Step>
  )
}
