import { App, Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useAddress } from '#kernel/web/react/use-address.ts'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffPages } from '#kernel/web/react/use-staff-route.ts'
import type { Account } from '../contract.ts'
import { endAllSessions, listAccounts } from '../web/routes.generated.ts'
import { AccountTable } from './account-table.tsx'
import { messages } from './accounts.messages.ts'
import { ManageAccount } from './manage-account.tsx'
import './posts.css'

const states = ['active', 'disabled', 'no-factor', 'first-password', 'no-post'] as const

/** Who has an account, and what the security administrator does with it. */
export function AccountsPage() {
  const words = useMessages(messages)
  const { search } = useAddress()
  const [text, setText] = useState('')
  const [managed, setManaged] = useState<Account>()
  const state = states.find((each) => each === search['state']) ?? 'active'
  const q = text.trim()
  const pages = useStaffPages(listAccounts, { query: { state, ...(q && { q }) } }, { keepLast: true })
  const accounts = pages.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className="o-page">
      <Bar state={state} text={text} onText={setText} />
      <ProblemNote problem={pages.error} again={() => void pages.refetch()} />
      <AccountTable accounts={accounts} isWaiting={pages.isPending} onManage={setManaged} />
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      {managed && <ManageAccount account={managed} onClose={() => setManaged(undefined)} />}
    </div>
  )
}

function Bar(props: { state: (typeof states)[number]; text: string; onText: (text: string) => void }) {
  const words = useMessages(messages)
  const { change } = useAddress()
  return (
    <div className="o-bar">
      <h1>{words.title}</h1>
      <Select
        aria-label={words.columns.state}
        value={props.state}
        onChange={(state) => change({ state: state === 'active' ? undefined : state })}
        options={states.map((value) => ({ value, label: words.states[value] }))}
        popupMatchSelectWidth={false}
        style={{ minWidth: 150 }}
      />
      <Input
        type="search"
        aria-label={words.find}
        placeholder={words.find}
        value={props.text}
        maxLength={40}
        onChange={(event) => props.onText(event.target.value)}
        allowClear
        style={{ width: 220 }}
      />
      <span className="o-space" />
      <SignOutEverybody />
    </div>
  )
}

function SignOutEverybody() {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [asks, setAsks] = useState(false)
  const action = useStaffAction(endAllSessions, { invalidates: ['/accounts'] })
  async function signOut(): Promise<void> {
    const answer = await action.run({})
    if (!answer) return
    setAsks(false)
    void message.success(words.signedOut(answer.endedSessions))
  }
  return (
    <>
      <Button danger onClick={() => setAsks(true)}>
        {words.signOutAll}
      </Button>
      {asks && (
        <Modal
          open
          title={words.signOutAllTitle}
          okText={words.signOutAll}
          okButtonProps={{ danger: true }}
          cancelText={words.cancel}
          confirmLoading={action.busy}
          onOk={() => void signOut()}
          onCancel={() => setAsks(false)}
        >
          <ProblemNote problem={action.problem} />
          <p>{words.signOutAllHow}</p>
        </Modal>
      )}
    </>
  )
}
