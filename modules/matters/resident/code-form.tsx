import { useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '#kernel/ui/button/button.tsx'
import { TextField } from '#kernel/ui/field/field.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { messages } from './receipt.messages.ts'

/** From the code on a receipt to its progress. */
export function CodeForm({ first = '' }: { first?: string }) {
  const words = useMessages(messages)
  const [, navigate] = useLocation()
  const [code, setCode] = useState(first)
  const [problem, setProblem] = useState<string>()

  function open(form: HTMLFormElement) {
    const clean = code.replace(/[^0-9a-zA-Z-]/g, '')
    if (clean.length >= 4) return navigate(`/r/${clean}`)
    setProblem(words.findMissing)
    form.querySelector('input')?.focus()
  }

  return (
    <form
      className="y-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        open(event.currentTarget)
      }}
    >
      <TextField
        label={words.queryCode}
        hint={words.findHow}
        autoComplete="off"
        maxLength={30}
        value={code}
        onChange={setCode}
        problem={problem}
      />
      <Button kind="primary" wide submit>
        {words.find}
      </Button>
    </form>
  )
}
