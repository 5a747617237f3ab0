import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import type { Problem } from '#kernel/web/problem.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import type { PasswordRules } from '../contract.ts'
import { faultsIn, passwordWords } from '../web/password-words.messages.ts'

type Props = {
  rules: PasswordRules | undefined
  /** What the server said of the last one. */
  problem: Problem | undefined
  busy: boolean
  save: string
  onSave: (password: string) => void
}

/** A new password, typed twice; what is wrong with it stands beside the field. */
export function NewPasswordFields({ rules, problem, busy, save, onSave }: Props) {
  const words = useMessages(passwordWords)
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const differs = next !== again
  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (next && !differs) onSave(next)
  }
  const fault = tried && !next ? words.needNext : faultsIn(problem, words)
  return (
    <form onSubmit={submit} noValidate>
      <Labelled id="next" label={words.next} hint={rules && words.rule(rules)} error={fault}>
        <Input.Password
          id="next"
          size="large"
          autoComplete="new-password"
          maxLength={200}
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
      </Labelled>
      <Labelled id="again" label={words.again} error={tried && differs ? words.differs : undefined}>
        <Input.Password
          id="again"
          size="large"
          autoComplete="new-password"
          maxLength={200}
          value={again}
          onChange={(event) => setAgain(event.target.value)}
        />
      </Labelled>
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>
        {save}
      </Button>
    </form>
  )
}
