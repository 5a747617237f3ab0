import { useRef, useState } from 'react'
import { Button, ButtonLink } from '#kernel/ui/button/button.tsx'
import { TextArea } from '#kernel/ui/field/field.tsx'
import { ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { Sheet } from '#kernel/ui/sheet/sheet.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useAction } from '#kernel/web/use-action.ts'
import { forget } from '#kernel/web/use-route.ts'
import type { Receipt } from '../contract.ts'
import { reopenReport, withdrawReport } from '../web/routes.generated.ts'
import { AddMore, Share, Urge } from './receipt-more.tsx'
import { messages } from './receipt.messages.ts'

const askAgain = (code: string) => forget(`/receipts/${encodeURIComponent(code)}`)

function ReopenForm({ code, onDone }: { code: string; onDone: () => void }) {
  const words = useMessages(messages)
  const box = useRef<HTMLFormElement>(null)
  const [text, setText] = useState('')
  const [missing, setMissing] = useState<string>()
  const { run, busy, problem } = useAction(reopenReport)

  async function send() {
    const said = text.trim()
    setMissing(said ? undefined : words.reopenMissing)
    if (!said) return box.current?.querySelector('textarea')?.focus()
    if (await run({ params: { code }, body: { words: said } })) onDone()
  }

  return (
    <form
      ref={box}
      className="y-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextArea label={words.reopenWhat} most={300} value={text} onChange={setText} problem={missing} />
      <ProblemBox problem={problem} />
      <Button kind="primary" wide submit busy={busy}>
        {words.reopenSend}
      </Button>
    </form>
  )
}

function Reopen({ code, until }: { code: string; until: string | undefined }) {
  const words = useMessages(messages)
  const dates = useDates()
  const [open, setOpen] = useState(false)

  function done() {
    setOpen(false)
    askAgain(code)
  }

  return (
    <>
      <Button onPress={() => setOpen(true)}>{words.reopen}</Button>
      {until && <p className="y-second">{words.reopenUntil(dates.day(until))}</p>}
      <Sheet title={words.reopenTitle} open={open} onClose={() => setOpen(false)}>
        <ReopenForm code={code} onDone={done} />
      </Sheet>
    </>
  )
}

function Withdraw({ code }: { code: string }) {
  const words = useMessages(messages)
  const [open, setOpen] = useState(false)
  const { run, busy, problem } = useAction(withdrawReport)

  async function send() {
    if (!(await run({ params: { code }, body: {} }))) return
    setOpen(false)
    askAgain(code)
  }

  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {words.withdraw}
      </Button>
      <Sheet title={words.withdrawTitle} open={open} onClose={() => setOpen(false)}>
        <p>{words.withdrawHow}</p>
        <ProblemBox problem={problem} />
        <Button kind="danger" wide busy={busy} onPress={() => void send()}>
          {words.withdrawYes}
        </Button>
        <Button wide onPress={() => setOpen(false)}>
          {words.keep}
        </Button>
      </Sheet>
    </>
  )
}

/** What the reporter may still do with it. */
export function ReceiptMoves({ receipt }: { receipt: Receipt }) {
  const words = useMessages(messages)
  const { code, mayReopen, reopenUntil, mayWithdraw, mayReply, question, doorToken, isPublic, number } =
    receipt
  return (
    <div className="m-section m-moves y-no-print">
      {mayReopen && <Reopen code={code} until={reopenUntil} />}
      <Urge receipt={receipt} />
      {mayReply && !question && <AddMore code={code} />}
      {isPublic && <Share number={number} />}
      {doorToken && (
        <ButtonLink to={`/d/${encodeURIComponent(doorToken)}/report`} icon="plus">
          {words.scanAgain}
        </ButtonLink>
      )}
      {mayWithdraw && <Withdraw code={code} />}
    </div>
  )
}
