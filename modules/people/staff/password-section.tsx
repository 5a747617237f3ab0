import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { readOwnAccount } from '../contract.ts'
import { ownAccountWords } from '../web/own-account.messages.ts'
import { changePassword } from '../web/routes.generated.ts'
import { NewPasswordFields } from './new-password.tsx'

export type OwnAccount = ReturnsOf<typeof readOwnAccount>

export function PasswordSection({ account }: { account: OwnAccount }) {
  const { password: words } = useMessages(ownAccountWords)
  const dates = useDates()
  const [isOpen, setOpen] = useState(false)
  const [ended, setEnded] = useState<number>()
  return (
    <section className="oa-section">
      <h2>{words.title}</h2>
      <p>
        {words.since(dates.day(account.passwordChangedAt))}
        {account.passwordUntil && words.until(dates.day(account.passwordUntil))}
      </p>
      {ended !== undefined && <Alert type="success" showIcon role="status" title={words.done(ended)} />}
      {isOpen ? (
        <ChangePassword
          account={account}
          onDone={(count) => {
            setEnded(count)
            setOpen(false)
          }}
          onClose={() => setOpen(false)}
        />
      ) : (
        <Button
          onClick={() => {
            setEnded(undefined)
            setOpen(true)
          }}
        >
          {words.change}
        </Button>
      )}
    </section>
  )
}

function ChangePassword(props: {
  account: OwnAccount
  onDone: (endedSessions: number) => void
  onClose: () => void
}) {
  const { password: words, cancel } = useMessages(ownAccountWords)
  const [current, setCurrent] = useState('')
  const [tried, setTried] = useState(false)
  const action = useStaffAction(changePassword, { invalidates: ['/account'] })
  const isWeak = action.problem?.code === 'people.password-weak'
  async function save(next: string): Promise<void> {
    setTried(true)
    if (!current) return
    const answer = await action.run({ body: { current, next } })
    if (answer) props.onDone(answer.endedSessions)
  }
  return (
    <div className="oa-form">
      <p className="oa-second">{words.what}</p>
      <ProblemNote problem={isWeak ? undefined : action.problem} />
      <Labelled id="current" label={words.current} error={tried && !current ? words.needCurrent : undefined}>
        <Input.Password
          id="current"
          size="large"
          autoComplete="current-password"
          maxLength={200}
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
      </Labelled>
      <NewPasswordFields
        rules={props.account.password}
        problem={action.problem}
        busy={action.busy}
        save={words.save}
        onSave={(next) => void save(next)}
      />
      <Button type="link" onClick={props.onClose}>
        {cancel}
      </Button>
    </div>
  )
}
