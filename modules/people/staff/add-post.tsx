import { Alert, App, Button, Modal } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { Post, Role } from '../contract.ts'
import { roleWords } from '../web/role-words.messages.ts'
import { addAccount, addPost } from '../web/routes.generated.ts'
import { messages } from './add-post.messages.ts'
import { firstPassword } from './first-password.ts'
import { MadeAccount, type Made } from './made-account.tsx'
import { PersonField } from './person-field.tsx'
import { contentOf, emptyDraft, type PostDraft, wrongFields } from './post-draft.ts'
import { TermFields, WhereAndWhat } from './post-fields.tsx'

/** What the form starts with. */
export type PostWanted = { readonly area?: number | undefined; readonly role?: Role | undefined }

/** Makes the account where it is new, then gives it the post. A refused post keeps the account for the next try. */
function useGiving(draft: PostDraft) {
  const account = useStaffAction(addAccount)
  const post = useStaffAction(addPost, { invalidates: ['/posts', '/staffing-gaps', '/session'] })
  const [made, setMade] = useState<Made>()
  const [password] = useState(firstPassword)
  async function accountId(): Promise<string | undefined> {
    if (!draft.isNew) return draft.account?.value
    if (made) return made.accountId
    const { login, name } = draft
    const added = await account.run({ body: { login, name: name.trim(), password } })
    if (added) setMade({ accountId: added.accountId, login, password })
    return added?.accountId
  }
  async function give(): Promise<Post | undefined> {
    const id = await accountId()
    const content = id && contentOf(draft, id)
    return content ? post.run({ body: content }) : undefined
  }
  return { give, made, busy: account.busy || post.busy, problem: account.problem ?? post.problem }
}

type Props = { wanted: PostWanted; onClose: () => void }

/** The form that puts a person on a post; after a new account was made, its first password. */
export function AddPost({ wanted, onClose }: Props) {
  const roles = useMessages(roleWords)
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [draft, setDraft] = useState<PostDraft>({ ...emptyDraft, areaId: wanted.area, role: wanted.role })
  const [isGiven, setGiven] = useState(false)
  const giving = useGiving(draft)
  async function give(): Promise<void> {
    const post = await giving.give()
    if (!post) return
    void message.success(words.done(post.holder, `${post.areaName} ${roles[post.role]}`))
    if (draft.isNew) setGiven(true)
    else onClose()
  }
  if (isGiven && giving.made) return <AccountReady made={giving.made} onClose={onClose} />
  return (
    <PostForm
      draft={draft}
      onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
      giving={giving}
      onGive={() => void give()}
      onClose={onClose}
    />
  )
}

function AccountReady({ made, onClose }: { made: Made; onClose: () => void }) {
  const { account: words } = useMessages(messages)
  const footer = (
    <Button type="primary" onClick={onClose}>
      {words.close}
    </Button>
  )
  return (
    <Modal open title={words.title} closable={false} footer={footer}>
      <MadeAccount made={made} />
    </Modal>
  )
}

function PostForm(props: {
  draft: PostDraft
  onChange: (part: Partial<PostDraft>) => void
  giving: ReturnType<typeof useGiving>
  onGive: () => void
  onClose: () => void
}) {
  const words = useMessages(messages)
  const { draft, onChange, giving } = props
  const [isChecked, setChecked] = useState(false)
  const found = wrongFields(draft)
  const wrong: ReturnType<typeof wrongFields> = isChecked ? found : new Set()
  const save = (): void => {
    setChecked(true)
    if (found.size === 0) props.onGive()
  }
  return (
    <Modal
      open
      title={words.title}
      okText={words.save}
      cancelText={words.cancel}
      confirmLoading={giving.busy}
      onOk={save}
      onCancel={props.onClose}
      mask={{ closable: false }}
    >
      <ProblemNote problem={giving.problem} />
      {giving.made && <Alert type="warning" showIcon title={words.account.postOpen} />}
      {giving.made && <MadeAccount made={giving.made} />}
      <WhereAndWhat draft={draft} onChange={onChange} wrong={wrong} />
      {!giving.made && <PersonField draft={draft} onChange={onChange} wrong={wrong} />}
      <TermFields draft={draft} onChange={onChange} wrong={wrong} />
    </Modal>
  )
}
