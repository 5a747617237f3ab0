import { useEffect, useState } from 'react'
import { Button } from '#kernel/ui/button/button.tsx'
import { PhoneField, TextField } from '#kernel/ui/field/field.tsx'
import { ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { useAction } from '#kernel/web/use-action.ts'
import { openMyReports, sendMyCode } from '../web/routes.generated.ts'
import { keepPass, maskedPhone } from './own-pass.ts'
import { messages } from './own-data.messages.ts'

/** Seconds until a code may be asked for again. */
function useCountdown() {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (left <= 0) return
    const clock = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(clock)
  }, [left])
  return { left, start: setLeft }
}

type CodeStepProps = {
  phone: string
  minutes: number
  left: number
  onAgain: () => void
  onOther: () => void
}

function CodeStep({ phone, minutes, left, onAgain, onOther }: CodeStepProps) {
  const words = useMessages(messages)
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState<string>()
  const { run, busy, problem } = useAction(openMyReports)

  async function open(form: HTMLFormElement) {
    const digits = code.replace(/\D/g, '')
    setMissing(digits.length === 6 ? undefined : words.codeMissing)
    if (digits.length !== 6) return form.querySelector('input')?.focus()
    const answer = await run({ body: { phone, code: digits } })
    if (!answer) return
    keepPass({ pass: answer.pass, until: Date.parse(answer.until), maskedPhone: maskedPhone(phone) })
  }

  return (
    <form
      className="y-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void open(event.currentTarget)
      }}
    >
      <p role="status">{words.codeSent(maskedPhone(phone), minutes)}</p>
      <TextField
        label={words.smsCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
        value={code}
        onChange={setCode}
        problem={missing}
      />
      <ProblemBox problem={problem} />
      <Button kind="primary" wide submit busy={busy}>
        {words.openMine}
      </Button>
      <p className="y-second">{words.noCode}</p>
      <Button wide disabled={left > 0} onPress={onAgain}>
        {left > 0 ? words.againIn(left) : words.sendAgain}
      </Button>
      <Button kind="quiet" onPress={onOther}>
        {words.otherPhone}
      </Button>
    </form>
  )
}

/** A number, then the code that was sent to it. Nothing of it stands in an address. */
export function PhoneGate() {
  const words = useMessages(messages)
  const [phone, setPhone] = useState('')
  const [sent, setSent] = useState<{ phone: string; minutes: number }>()
  const [missing, setMissing] = useState<string>()
  const { left, start } = useCountdown()
  const { run, busy, problem } = useAction(sendMyCode)

  async function send(to: string) {
    const answer = await run({ body: { phone: to } })
    if (!answer) return
    setSent({ phone: to, minutes: answer.minutes })
    start(answer.againAfterSeconds)
  }

  function submit(form: HTMLFormElement) {
    const isRight = /^\d{11}$/.test(phone.replace(/\D/g, ''))
    setMissing(isRight ? undefined : words.phoneMissing)
    if (isRight) void send(phone)
    else form.querySelector('input')?.focus()
  }

  if (sent) {
    return (
      <>
        <CodeStep
          phone={sent.phone}
          minutes={sent.minutes}
          left={left}
          onAgain={() => void send(sent.phone)}
          onOther={() => setSent(undefined)}
        />
        <ProblemBox problem={problem} />
      </>
    )
  }
  return (
    <form
      className="y-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit(event.currentTarget)
      }}
    >
      <PhoneField
        label={words.phone}
        hint={words.phoneHow}
        value={phone}
        onChange={setPhone}
        problem={missing}
      />
      <ProblemBox problem={problem} />
      <Button kind="primary" wide submit busy={busy}>
        {words.sendCode}
      </Button>
    </form>
  )
}
