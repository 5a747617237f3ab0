import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { Button } from '#kernel/ui/button/button.tsx'
import { CheckBox } from '#kernel/ui/check-box/check-box.tsx'
import { TextField } from '#kernel/ui/field/field.tsx'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { Notice } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { flush } from '#kernel/web/outbox.ts'
import type { Problem } from '#kernel/web/problem.ts'
import { forgetKept } from '#kernel/web/use-kept-route.ts'
import { forget, useRoute } from '#kernel/web/use-route.ts'
import type { Role } from '../contract.ts'
import { enteringWords } from '../web/entering.messages.ts'
import { roleWords } from '../web/role-words.messages.ts'
import { listDemoPeople, readWaysIn } from '../web/routes.generated.ts'
import { type Entering, useEntering } from '../web/use-entering.ts'
import { messages } from './sign-in.messages.ts'
import { SignInSteps } from './sign-in-steps.tsx'
import './worker.css'

type Words = typeof messages.zh

/** How many minutes a locked account waits, rounded up; undefined for other problems. */
function minutesLocked(problem: Problem): number | undefined {
  const { details } = problem
  if (typeof details !== 'object' || details === null || !('retryAfterSeconds' in details)) return undefined
  const seconds = Number(details.retryAfterSeconds)
  return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds / 60)) : undefined
}

function wordsFor(problem: Problem, words: Words): string {
  const minutes = problem.code === 'people.sign-in-locked' ? minutesLocked(problem) : undefined
  return minutes === undefined ? problem.message : words.locked(minutes)
}

/** Only pages of this app: an address handed in from outside leads nowhere else. */
const safeTarget = (given: string | null) => (given?.startsWith('/work') ? given : '/work')

function useWayIn(): Entering {
  const [, navigate] = useLocation()
  const [search] = useSearchParams()
  return useEntering(async () => {
    await forgetKept()
    forget('/')
    // What waited for the sign-in goes on its way.
    void flush()
    navigate(safeTarget(search.get('to')), { replace: true })
  })
}

type Enter = Entering['enter']

function DemoPost({ role, area }: { role: Role; area: string }) {
  const known = useMessages(roleWords)
  return (
    <span className="y-second">
      {known[role]} · {area}
    </span>
  )
}

function DemoPeople({ onEnter, busy }: { onEnter: Enter; busy: boolean }) {
  const words = useMessages(messages)
  const { data } = useRoute(listDemoPeople, {})
  const people = (data?.items ?? []).filter((person) => person.app === 'work')
  const [chosen, setChosen] = useState<string>()
  if (people.length === 0) return null
  return (
    <section className="y-stack" aria-labelledby="demo">
      <div>
        <h2 id="demo">{words.demo}</h2>
        <p className="y-second">{words.demoWhy}</p>
      </div>
      {people.map((person) => (
        <button
          key={person.login}
          type="button"
          className="wk-row"
          aria-busy={busy && chosen === person.login}
          onClick={() => {
            setChosen(person.login)
            void onEnter({ login: person.login, password: person.password })
          }}
        >
          <Icon name="person" />
          <span className="wk-row__text">
            <strong>{person.name}</strong>
            <DemoPost role={person.role} area={person.areaName} />
          </span>
          <Icon name="next" />
        </button>
      ))}
    </section>
  )
}

function SignInForm(props: { onEnter: Enter; onProvider: (keep: boolean) => void; busy: boolean }) {
  const { onEnter, onProvider, busy } = props
  const words = useMessages(messages)
  const entering = useMessages(enteringWords)
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [keep, setKeep] = useState(true)
  const ways = useRoute(readWaysIn, {}).data
  const [sent, setSent] = useState(false)
  return (
    <form
      className="y-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setSent(true)
        if (login.trim() && password) void onEnter({ login: login.trim(), password, keep })
      }}
    >
      <TextField
        label={words.login}
        name="username"
        autoComplete="username"
        value={login}
        onChange={setLogin}
        problem={sent && !login.trim() ? words.noLogin : undefined}
      />
      <TextField
        label={words.password}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        problem={sent && !password ? words.noPassword : undefined}
      />
      {ways && ways.keepDays > 0 && (
        <CheckBox label={words.keep(ways.keepDays)} hint={words.keepWhy} checked={keep} onChange={setKeep} />
      )}
      <Button kind="primary" wide submit busy={busy}>
        {words.signIn}
      </Button>
      {ways?.provider && (
        <Button wide busy={busy} onPress={() => onProvider(keep)}>
          {entering.byProvider(ways.provider)}
        </Button>
      )}
      <p className="y-second">{ways?.help || words.forgot}</p>
    </form>
  )
}

export function SignInPage() {
  const words = useMessages(messages)
  const entering = useWayIn()
  const [search] = useSearchParams()
  const { enter, busy, problem, stage } = entering
  if (stage.at !== 'start') return <SignInSteps entering={entering} app={words.app} />
  return (
    <Page title={words.title} place={words.app}>
      {problem && (
        <Notice kind="problem">
          <p>{wordsFor(problem, words)}</p>
        </Notice>
      )}
      <SignInForm
        onEnter={enter}
        onProvider={(keep) => void entering.leaveForProvider('work', safeTarget(search.get('to')), keep)}
        busy={busy}
      />
      <DemoPeople onEnter={enter} busy={busy} />
    </Page>
  )
}
