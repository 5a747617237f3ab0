import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useSession } from '#kernel/web/react/session.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Account } from '../contract.ts'
import {
  disableAccount,
  enableAccount,
  endAccountSessions,
  linkIdentity,
  readWaysIn,
  removeAccountFactor,
  resetPassword,
  unlinkIdentity,
} from '../web/routes.generated.ts'
import { messages } from './accounts.messages.ts'
import { firstPassword } from './first-password.ts'
import { MadeAccount } from './made-account.tsx'

type Props = { account: Account; onClose: () => void }
type Act = 'reset' | 'factor' | 'sign-out' | 'link' | 'unlink' | 'disable' | 'enable'

/** What can be done with an account, one thing at a time, each saying what it will do. */
export function ManageAccount({ account, onClose }: Props) {
  const words = useMessages(messages)
  const [act, setAct] = useState<Act>()
  const isOwn = useSession().accountId === account.accountId
  const title = `${account.name}（${account.login}）`
  if (act) return <Doing act={act} account={account} title={title} onClose={onClose} />
  return (
    <Modal open title={title} footer={<Button onClick={onClose}>{words.close}</Button>} onCancel={onClose}>
      {isOwn ? <p>{words.you}</p> : <Choices account={account} onAct={setAct} />}
    </Modal>
  )
}

function Choices({ account, onAct }: { account: Account; onAct: (act: Act) => void }) {
  const words = useMessages(messages)
  const hasProvider = useStaffRoute(readWaysIn, {}).data?.provider !== undefined
  const offered: { act: Act; label: string; how: string; isThere: boolean }[] = [
    { act: 'reset', label: words.reset, how: words.resetHow, isThere: !account.disabledAt },
    { act: 'factor', label: words.removeFactor, how: words.removeFactorHow, isThere: account.hasFactor },
    { act: 'sign-out', label: words.signOut, how: words.signOutHow, isThere: account.openSessions > 0 },
    { act: 'link', label: words.link, how: words.linkHow, isThere: hasProvider && !account.identity },
    {
      act: 'unlink',
      label: words.unlink,
      how: words.unlinkHow(account.identity ?? ''),
      isThere: account.identity !== undefined,
    },
    { act: 'disable', label: words.disable, how: words.disableHow, isThere: !account.disabledAt },
    { act: 'enable', label: words.enable, how: words.enableHow, isThere: account.disabledAt !== undefined },
  ]
  return (
    <ul className="o-acts">
      {offered
        .filter(({ isThere }) => isThere)
        .map(({ act, label, how }) => (
          <li key={act}>
            <p className="o-hint">{how}</p>
            <Button danger={act === 'disable'} onClick={() => onAct(act)}>
              {label}
            </Button>
          </li>
        ))}
    </ul>
  )
}

function Doing({ act, account, title, onClose }: Props & { act: Act; title: string }) {
  if (act === 'reset') return <ResetPassword account={account} title={title} onClose={onClose} />
  if (act === 'disable') return <Disable account={account} title={title} onClose={onClose} />
  if (act === 'link') return <LinkIdentity account={account} title={title} onClose={onClose} />
  return <Sure act={act} account={account} title={title} onClose={onClose} />
}

const invalidates = ['/accounts']

/** What needs no more than a yes. */
function Sure({ act, account, title, onClose }: Props & { act: Act; title: string }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const removing = useStaffAction(removeAccountFactor, { invalidates })
  const ending = useStaffAction(endAccountSessions, { invalidates })
  const enabling = useStaffAction(enableAccount, { invalidates })
  const unlinking = useStaffAction(unlinkIdentity, { invalidates })
  const input = { params: { accountId: account.accountId } }
  const kinds = {
    factor: {
      how: words.removeFactorHow,
      run: async () => (await removing.run(input)) && words.factorRemoved(account.name),
    },
    'sign-out': {
      how: words.signOutHow,
      run: async () => {
        const answer = await ending.run(input)
        return answer && words.signedOut(answer.endedSessions)
      },
    },
    unlink: {
      how: words.unlinkHow(account.identity ?? ''),
      run: async () => (await unlinking.run(input)) && words.unlinked(account.name),
    },
    enable: {
      how: words.enableHow,
      run: async () => (await enabling.run(input)) && words.enabledDone(account.name),
    },
  }
  const kind = kinds[act === 'factor' || act === 'enable' || act === 'unlink' ? act : 'sign-out']
  async function go(): Promise<void> {
    const done = await kind.run()
    if (!done) return
    void message.success(done)
    onClose()
  }
  return (
    <Modal
      open
      title={title}
      okText={words.sure}
      cancelText={words.cancel}
      confirmLoading={removing.busy || ending.busy || enabling.busy || unlinking.busy}
      onOk={() => void go()}
      onCancel={onClose}
    >
      <ProblemNote problem={removing.problem ?? ending.problem ?? enabling.problem ?? unlinking.problem} />
      <p>{kind.how}</p>
    </Modal>
  )
}

function ResetPassword({ account, title, onClose }: Props & { title: string }) {
  const words = useMessages(messages)
  const [password] = useState(firstPassword)
  const [isDone, setDone] = useState(false)
  const action = useStaffAction(resetPassword, { invalidates })
  async function reset(): Promise<void> {
    const { accountId } = account
    if (await action.run({ params: { accountId }, body: { password } })) setDone(true)
  }
  if (isDone) {
    return (
      <Modal
        open
        title={words.resetDone}
        closable={false}
        footer={<Button onClick={onClose}>{words.close}</Button>}
      >
        <MadeAccount made={{ accountId: account.accountId, login: account.login, password }} />
      </Modal>
    )
  }
  return (
    <Modal
      open
      title={title}
      okText={words.reset}
      cancelText={words.cancel}
      confirmLoading={action.busy}
      onOk={() => void reset()}
      onCancel={onClose}
    >
      <ProblemNote problem={action.problem} />
      <p>{words.resetHow}</p>
    </Modal>
  )
}

function Disable({ account, title, onClose }: Props & { title: string }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const action = useStaffAction(disableAccount, { invalidates })
  async function disable(): Promise<void> {
    setTried(true)
    if (!reason.trim()) return
    const { accountId } = account
    if (!(await action.run({ params: { accountId }, body: { reason: reason.trim() } }))) return
    void message.success(words.disabledDone(account.name))
    onClose()
  }
  return (
    <Modal
      open
      title={title}
      okText={words.disable}
      okButtonProps={{ danger: true }}
      cancelText={words.cancel}
      confirmLoading={action.busy}
      onOk={() => void disable()}
      onCancel={onClose}
    >
      <ProblemNote problem={action.problem} />
      <p>{words.disableHow}</p>
      <Labelled
        id="reason"
        label={words.reason}
        hint={words.reasonHint}
        error={tried && !reason.trim() ? words.needReason : undefined}
      >
        <Input.TextArea
          id="reason"
          autoSize={{ minRows: 2, maxRows: 4 }}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Labelled>
    </Modal>
  )
}

function LinkIdentity({ account, title, onClose }: Props & { title: string }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [subject, setSubject] = useState('')
  const action = useStaffAction(linkIdentity, { invalidates })
  async function link(): Promise<void> {
    const { accountId } = account
    if (!subject.trim()) return
    if (!(await action.run({ params: { accountId }, body: { subject: subject.trim() } }))) return
    void message.success(words.linked(account.name))
    onClose()
  }
  return (
    <Modal
      open
      title={title}
      okText={words.link}
      okButtonProps={{ disabled: !subject.trim() }}
      cancelText={words.cancel}
      confirmLoading={action.busy}
      onOk={() => void link()}
      onCancel={onClose}
    >
      <ProblemNote problem={action.problem} />
      <p>{words.linkHow}</p>
      <Labelled id="identity" label={words.linkField}>
        <Input
          id="identity"
          autoComplete="off"
          maxLength={255}
          value={subject}
          onChange={(event) => setSubject(event.target.value)}
        />
      </Labelled>
    </Modal>
  )
}
