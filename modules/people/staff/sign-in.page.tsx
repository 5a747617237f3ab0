import { Button, Checkbox, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { chooseLanguage, useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Problem } from '#kernel/web/problem.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useAddress } from '#kernel/web/react/use-address.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { enteringWords } from '../web/entering.messages.ts'
import { listDemoPeople, readWaysIn } from '../web/routes.generated.ts'
import { roleWords } from '../web/role-words.messages.ts'
import { type Entering, useEntering } from '../web/use-entering.ts'
import './sign-in.css'
import { messages } from './sign-in.messages.ts'
import { SignInSteps } from './sign-in-steps.tsx'

/** Only a page of the desk is gone back to, never another site. */
const wantedPage = (to: string | undefined): string =>
  to?.startsWith('/staff') && !to.startsWith('/staff/sign-in') ? to : '/staff'

/** After signing in: the page wanted, or the phone app of who works there. */
function useWayIn(): Entering & { chooseApp: (app: 'staff' | 'work') => void } {
  const { search } = useAddress()
  const app = useRef<'staff' | 'work'>('staff')
  const entering = useEntering(() => {
    // A whole load, so that nothing of the one before is left on the screen.
    location.assign(app.current === 'work' ? '/work' : wantedPage(search['to']))
  })
  return { ...entering, chooseApp: (chosen) => void (app.current = chosen) }
}

/** The refusal in words; a lock says for how many minutes where the server tells it. */
function useRefusal(problem: Problem | undefined): Problem | undefined {
  const words = useMessages(messages)
  const details = problem?.details
  if (problem?.code !== 'people.sign-in-locked' || typeof details !== 'object' || details === null)
    return problem
  if (!('retryAfterSeconds' in details)) return problem
  const minutes = Math.max(1, Math.ceil(Number(details.retryAfterSeconds) / 60))
  return new Problem(problem.code, words.locked(minutes), problem.status)
}

export function SignInPage() {
  const words = useMessages(messages)
  const language = useLanguage()
  const entering = useWayIn()
  const isStart = entering.stage.at === 'start'
  return (
    <main className="si">
      <div className="si-card">
        <header>
          <span className="si-product">{words.product}</span>
          <Button type="text" size="small" onClick={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}>
            {words.otherLanguage}
          </Button>
        </header>
        {isStart ? <SignInForm {...entering} /> : <SignInSteps entering={entering} />}
      </div>
      {isStart && <DemoPeople {...entering} />}
    </main>
  )
}

function SignInForm({ enter, leaveForProvider, busy, problem, chooseApp }: ReturnType<typeof useWayIn>) {
  const words = useMessages(messages)
  const entering = useMessages(enteringWords)
  const { search } = useAddress()
  const refusal = useRefusal(problem)
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [keep, setKeep] = useState(false)
  const ways = useStaffRoute(readWaysIn, {}).data
  const [tried, setTried] = useState(false)
  const field = useRef<InputRef>(null)
  useEffect(() => field.current?.focus(), [])
  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    chooseApp('staff')
    if (login.trim() && password) void enter({ login: login.trim(), password, keep })
  }
  return (
    <form onSubmit={submit} noValidate>
      <h1>{words.title}</h1>
      <ProblemNote problem={refusal} />
      <Labelled id="login" label={words.login} error={tried && !login.trim() ? words.needLogin : undefined}>
        <Input
          id="login"
          size="large"
          ref={field}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          value={login}
          onChange={(event) => setLogin(event.target.value)}
        />
      </Labelled>
      <Labelled
        id="password"
        label={words.password}
        error={tried && !password ? words.needPassword : undefined}
      >
        <Input.Password
          id="password"
          size="large"
          autoComplete="current-password"
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Labelled>
      {ways && ways.keepDays > 0 && (
        <Checkbox checked={keep} onChange={(event) => setKeep(event.target.checked)}>
          {words.keep(ways.keepDays)}
        </Checkbox>
      )}
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>
        {words.enter}
      </Button>
      {ways?.provider && (
        <Button
          size="large"
          block
          disabled={busy}
          onClick={() => void leaveForProvider('staff', wantedPage(search['to']), keep)}
        >
          {entering.byProvider(ways.provider)}
        </Button>
      )}
      <p className="si-second">{ways?.help || words.forgot}</p>
    </form>
  )
}

function DemoPeople({ enter, busy, chooseApp }: ReturnType<typeof useWayIn>) {
  const words = useMessages(messages)
  const roles = useMessages(roleWords)
  const people = useStaffRoute(listDemoPeople, {}).data?.items ?? []
  if (people.length === 0) return null
  return (
    <section className="si-card si-demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{words.demo}</h2>
      <p className="si-second">{words.demoNote}</p>
      <ul>
        {people.map(({ login, password, name, role, areaName, app }) => (
          <li key={login}>
            <button
              type="button"
              disabled={busy}
              onClick={() => {
                chooseApp(app)
                void enter({ login, password })
              }}
            >
              <strong>{name}</strong>
              <span>{words.post(areaName, roles[role])}</span>
              {app === 'work' && <em>{words.phone}</em>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
