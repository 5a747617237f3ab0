import { Alert, App, Modal } from 'antd'
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
import { PostFields } from './post-fields.tsx'

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

/** The form that puts a person on a post. */
export function AddPost({ wanted, onClose }: { wanted: PostWanted; onClose: () => void }) {
  const words = useMessages(messages)
  const roles = useMessages(roleWords)
  const { message } = App.useApp()
  const [draft, setDraft] = useState<PostDraft>({ ...emptyDraft, areaId: wanted.area, role: wanted.role })
  const [isChecked, setChecked] = useState(false)
  const [isGiven, setGiven] = useState(false)
  const giving = useGiving(draft)
  const wrong = wrongFields(draft)
  const change = (part: Partial<PostDraft>): void => setDraft((before) => ({ ...before, ...part }))
  async function save(): Promise<void> {
    setChecked(true)
    if (wrong.size > 0) return
    const post = await giving.give()
    if (!post) return
    void message.success(words.done(post.holder, `${post.areaName} ${roles[post.role]}`))
    if (draft.isNew) setGiven(true)
    else onClose()
  }
  if (isGiven && giving.made) {
    return (
      <Modal
        open
        title={words.account.title}
        okText={words.account.close}
        onOk={onClose}
        closable={false}
        footer={(_, { OkBtn }) => <OkBtn />}
      >
        <MadeAccount made={giving.made} />
      </Modal>
    )
  }
  return (
    <Modal
      open
      title={words.title}
      okText={words.save}
      cancelText={words.cancel}
      confirmLoading={giving.busy}
      onOk={() => void save()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <ProblemNote problem={giving.problem} />
      {giving.made && <Alert type="warning" showIcon title={words.account.postOpen} />}
      {giving.made && <MadeAccount made={giving.made} />}
      <PostFields draft={draft} onChange={change} wrong={isChecked ? wrong : new Set()} />
      {!giving.made && <PersonField draft={draft} onChange={change} wrong={isChecked ? wrong : new Set()} />}
    </Modal>
  )
}
