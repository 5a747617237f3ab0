import { Alert, Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useAction } from '#kernel/web/use-action.ts'
import { changePassword } from '../web/routes.generated.ts'
import './password.css'

const LEAST = 10

const zh = {
  title: '改密码',
  what: '改好以后，您在其他电脑和手机上的登录都会退出。',
  current: '现在的密码',
  next: '新密码',
  nextHint: `至少 ${LEAST} 位，用一句自己记得住的话最好。`,
  again: '再输一遍新密码',
  save: '改密码',
  needCurrent: '请输入现在的密码。',
  short: (left: number) => `还差 ${left} 位。`,
  same: '新密码和现在的一样，请换一个。',
  differs: '两次输入的不一样。',
  done: (count: number) => (count > 0 ? `密码已改好，另外 ${count} 处登录已退出。` : '密码已改好。'),
}
const en: typeof zh = {
  title: 'Change password',
  what: 'Afterwards you are signed out on all other computers and phones.',
  current: 'Present password',
  next: 'New password',
  nextHint: `At least ${LEAST} characters; a sentence you remember works best.`,
  again: 'New password once more',
  save: 'Change password',
  needCurrent: 'Enter the present password.',
  short: (left) => `${left} more ${left === 1 ? 'character' : 'characters'} needed.`,
  same: 'That is the present password. Choose another.',
  differs: 'The two are not the same.',
  done: (count) =>
    count > 0
      ? `The password is changed; ${count} other ${count === 1 ? 'sign-in was' : 'sign-ins were'} ended.`
      : 'The password is changed.',
}
const messages = { zh, en }

const empty = { current: '', next: '', again: '' }

function faultsOf(form: typeof empty, words: typeof zh): Partial<Record<keyof typeof empty, string>> {
  if (!form.current) return { current: words.needCurrent }
  if (form.next.length < LEAST) return { next: words.short(LEAST - form.next.length) }
  if (form.next === form.current) return { next: words.same }
  return form.next === form.again ? {} : { again: words.differs }
}

export function PasswordPage() {
  const words = useMessages(messages)
  const [form, setForm] = useState(empty)
  const [tried, setTried] = useState(false)
  const [ended, setEnded] = useState<number>()
  const action = useAction(changePassword)
  const faults = faultsOf(form, words)
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setTried(true)
    setEnded(undefined)
    if (Object.keys(faults).length > 0) return
    const answer = await action.run({ body: { current: form.current, next: form.next } })
    if (!answer) return
    setForm(empty)
    setTried(false)
    setEnded(answer.endedSessions)
  }
  const field = (name: keyof typeof empty, hint?: string) => (
    <Labelled id={name} label={words[name]} hint={hint} error={tried ? faults[name] : undefined}>
      <Input.Password
        id={name}
        autoComplete={name === 'current' ? 'current-password' : 'new-password'}
        maxLength={200}
        value={form[name]}
        onChange={(event) => setForm({ ...form, [name]: event.target.value })}
      />
    </Labelled>
  )
  return (
    <form className="pw" onSubmit={(event) => void submit(event)} noValidate>
      <h1>{words.title}</h1>
      <p>{words.what}</p>
      <ProblemNote problem={action.problem} />
      {ended !== undefined && <Alert type="success" showIcon role="status" title={words.done(ended)} />}
      {field('current')}
      {field('next', words.nextHint)}
      {field('again')}
      <Button type="primary" htmlType="submit" loading={action.busy}>
        {words.save}
      </Button>
    </form>
  )
}
