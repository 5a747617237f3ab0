import { useState, type ReactNode } from 'react'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { Button } from '#kernel/ui/button/button.tsx'
import { Card } from '#kernel/ui/card/card.tsx'
import { TextField } from '#kernel/ui/field/field.tsx'
import { Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { Notice, ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useAction } from '#kernel/web/use-action.ts'
import { forget, useRoute } from '#kernel/web/use-route.ts'
import type { OpenSession, readOwnAccount as ReadOwnAccount } from '../contract.ts'
import { deviceName, deviceWords } from '../web/device-words.messages.ts'
import { ownAccountWords } from '../web/own-account.messages.ts'
import {
  changePassword,
  endOtherSessions,
  endOwnSession,
  listOwnSessions,
  readOwnAccount,
} from '../web/routes.generated.ts'
import { NewPasswordForm } from './factor-parts.tsx'
import { FactorCard } from './factor-card.tsx'
import './worker.css'

type OwnAccount = ReturnsOf<typeof ReadOwnAccount>

/** Password, second factor, and where one is signed in. */
export function AccountPage() {
  const words = useMessages(ownAccountWords)
  const account = useRoute(readOwnAccount, {})
  return (
    <Page title={words.title} back="/work/me" withBar>
      <Loaded from={account}>
        {(data) => (
          <>
            <PasswordCard account={data} />
            <FactorCard account={data} />
          </>
        )}
      </Loaded>
      <SessionsCard />
    </Page>
  )
}

function PasswordCard({ account }: { account: OwnAccount }) {
  const { password: words } = useMessages(ownAccountWords)
  const dates = useDates()
  const [isOpen, setOpen] = useState(false)
  const [ended, setEnded] = useState<number>()
  return (
    <Card>
      <h2>{words.title}</h2>
      <p className="y-second">
        {words.since(dates.day(account.passwordChangedAt))}
        {account.passwordUntil && words.until(dates.day(account.passwordUntil))}
      </p>
      {ended !== undefined && <Notice kind="good">{words.done(ended)}</Notice>}
      {isOpen ? (
        <ChangePassword
          account={account}
          onDone={(count) => {
            setEnded(count)
            setOpen(false)
            forget('/account')
          }}
        />
      ) : (
        <Button onPress={() => setOpen(true)}>{words.change}</Button>
      )}
    </Card>
  )
}

function ChangePassword(props: { account: OwnAccount; onDone: (endedSessions: number) => void }) {
  const { password: words } = useMessages(ownAccountWords)
  const [current, setCurrent] = useState('')
  const [sent, setSent] = useState(false)
  const action = useAction(changePassword)
  const isWeak = action.problem?.code === 'people.password-weak'
  async function save(next: string): Promise<void> {
    setSent(true)
    if (!current) return
    const answer = await action.run({ body: { current, next } })
    if (answer) props.onDone(answer.endedSessions)
  }
  return (
    <div className="y-stack">
      <p className="y-second">{words.what}</p>
      <ProblemBox problem={isWeak ? undefined : action.problem} />
      <TextField
        label={words.current}
        name="password"
        type="password"
        autoComplete="current-password"
        maxLength={200}
        value={current}
        onChange={setCurrent}
        problem={sent && !current ? words.needCurrent : undefined}
      />
      <NewPasswordForm
        rules={props.account.password}
        problem={action.problem}
        busy={action.busy}
        save={words.save}
        onSave={(next) => void save(next)}
      />
    </div>
  )
}

function SessionsCard() {
  const { sessions: words } = useMessages(ownAccountWords)
  const sessions = useRoute(listOwnSessions, {})
  const ending = useAction(endOtherSessions)
  async function endOthers(): Promise<void> {
    if (await ending.run({})) forget('/account')
  }
  return (
    <Card>
      <h2>{words.title}</h2>
      <p className="y-second">{words.what}</p>
      <Loaded from={sessions}>
        {({ items }) => (
          <>
            <ul className="wk-sessions">
              {items.map((session) => (
                <SessionLine key={session.id} session={session} />
              ))}
            </ul>
            <ProblemBox problem={ending.problem} />
            {items.length > 1 && (
              <Button busy={ending.busy} onPress={() => void endOthers()}>
                {words.endOthers}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Card>
  )
}

function SessionLine({ session }: { session: OpenSession }): ReactNode {
  const { sessions: words } = useMessages(ownAccountWords)
  const devices = useMessages(deviceWords)
  const dates = useDates()
  const ending = useAction(endOwnSession)
  async function end(): Promise<void> {
    await ending.run({ params: { sessionId: session.id } })
    forget('/account')
  }
  return (
    <li className="wk-session">
      <p className="wk-row__text">
        <span>
          {deviceName(session, devices)}
          {session.isThis && `（${words.here}）`}
        </span>
        <span className="y-second">
          {words.columns.used} {dates.moment(session.usedAt)}
        </span>
      </p>
      {!session.isThis && (
        <Button kind="quiet" busy={ending.busy} onPress={() => void end()}>
          {words.end}
        </Button>
      )}
    </li>
  )
}
