import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import type { tryChannel as TryChannel, Way } from '../contract.ts'
import { changeSecret, readChoices, tryChannel } from '../web/routes.generated.ts'
import { messages } from './channels.messages.ts'
import { messages as ownMessages } from './choices.messages.ts'
import { noticeWords } from './notice-words.messages.ts'

/** The secret can be written, never read; beside it the test that shows whether all is right. */
export function ChannelSecret({ way, keptAt }: { way: Way; keptAt: string | undefined }) {
  const words = useMessages(messages)
  const dates = useDates()
  const { message } = App.useApp()
  const [secret, setSecret] = useState('')
  const keeping = useStaffAction(changeSecret, { invalidates: ['/notices/channels'] })
  async function keep(): Promise<void> {
    if (!(await keeping.run({ params: { way }, body: { secret } }))) return
    setSecret('')
    void message.success(words.secretSaved)
  }
  return (
    <>
      <div className="nt-foot">
        <strong className="nt-row-name">{words.secret}</strong>
        <Input.Password
          aria-label={words.secret}
          autoComplete="new-password"
          maxLength={500}
          visibilityToggle={false}
          value={secret}
          onChange={(event) => setSecret(event.target.value)}
          style={{ width: 240 }}
        />
        <Button loading={keeping.busy} disabled={secret === ''} onClick={() => void keep()}>
          {words.keepSecret}
        </Button>
        <span className="nt-hint">{keptAt ? words.secretKept(dates.moment(keptAt)) : words.secretNone}</span>
        <ProblemNote problem={keeping.problem} />
      </div>
      <TryOut way={way} />
    </>
  )
}

/** A test message to an address; the own one is offered where it is known to the screen only in part. */
function TryOut({ way }: { way: Way }) {
  const words = useMessages(messages)
  const { hints } = useMessages(ownMessages)
  const { outcomes } = useMessages(noticeWords)
  const own = useStaffRoute(readChoices, {}).data?.addresses.find((each) => each.way === way)
  const [address, setAddress] = useState('')
  const [tried, setTried] = useState<ReturnsOf<typeof TryChannel>>()
  const trying = useStaffAction(tryChannel)
  async function tryIt(): Promise<void> {
    setTried(undefined)
    const body = address.trim() === '' ? {} : { address: address.trim() }
    setTried(await trying.run({ params: { way }, body }))
  }
  const toMyself = own && words.toMyself(own.masked)
  return (
    <div className="nt-foot">
      <strong className="nt-row-name">{words.tryTo}</strong>
      <Input
        aria-label={words.tryTo}
        placeholder={toMyself ?? hints[way]}
        autoComplete="off"
        maxLength={200}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
        style={{ width: 240 }}
      />
      <Button loading={trying.busy} disabled={!own && address.trim() === ''} onClick={() => void tryIt()}>
        {words.tryIt}
      </Button>
      {tried && (
        <span role="status" className={tried.outcome === 'sent' ? 'nt-status-sent' : 'nt-status-dead'}>
          {words.tried(outcomes[tried.outcome])} <code>{tried.detail}</code>
        </span>
      )}
      <ProblemNote problem={trying.problem} />
    </div>
  )
}
