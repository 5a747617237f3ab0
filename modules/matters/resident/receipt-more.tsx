import { useCallback, useState } from 'react'
import { Button } from '#kernel/ui/button/button.tsx'
import { Notice, ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { Sheet } from '#kernel/ui/sheet/sheet.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useAction } from '#kernel/web/use-action.ts'
import { forget } from '#kernel/web/use-route.ts'
import type { Receipt } from '../contract.ts'
import { personName } from '../web/person-name.ts'
import { isOver } from '../web/status-kind.ts'
import { urgeReport } from '../web/routes.generated.ts'
import { copyText } from './copy-text.ts'
import { messages } from './receipt.messages.ts'
import { ReplyForm } from './reply-form.tsx'
import { useReplying } from './use-replying.ts'

/** More about the same thing, while it is open and nothing is asked. */
export function AddMore({ code }: { code: string }) {
  const words = useMessages(messages)
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const replying = useReplying(code, close)
  return (
    <>
      <Button icon="other" wide onPress={() => setOpen(true)}>
        {words.addMore}
      </Button>
      {replying.isWaiting && !open && <Notice kind="warn">{words.replyWaits}</Notice>}
      <Sheet title={words.addMore} open={open || replying.returned !== undefined} onClose={close}>
        <p className="y-second">{words.addMoreHow}</p>
        <ReplyForm label={words.addMoreWhat} send={words.sendReply} replying={replying} />
      </Sheet>
    </>
  )
}

/** Once a day; whom it reached is said, and when it is possible again. */
export function Urge({ receipt }: { receipt: Receipt }) {
  const words = useMessages(messages)
  const language = useLanguage()
  const dates = useDates()
  const { run, busy, problem } = useAction(urgeReport)
  const { code, mayUrge, urgeAgainAt, handler, holderName, status, question } = receipt
  const who = handler ? personName(handler, language) : holderName
  // Who is waited for does not urge.
  if (isOver(status) || status === 'answered' || question) return null

  async function urge() {
    if (await run({ params: { code }, body: {} })) forget(`/receipts/${encodeURIComponent(code)}`)
  }

  if (!mayUrge) {
    return urgeAgainAt ? <Notice kind="good">{words.urged(who, dates.moment(urgeAgainAt))}</Notice> : null
  }
  return (
    <>
      <Button icon="clock" wide busy={busy} onPress={() => void urge()}>
        {words.urge(who)}
      </Button>
      <ProblemBox problem={problem} />
    </>
  )
}

/** The public page of the matter, to send to neighbours: by the phone's own sharing, else copied. Never the receipt. */
export function Share({ number }: { number: string }) {
  const words = useMessages(messages)
  const [said, setSaid] = useState('')
  const url = `${location.origin}/m/${encodeURIComponent(number)}`

  async function share() {
    if (typeof navigator.share === 'function') {
      // Changing one's mind is no failure.
      return navigator.share({ title: words.shareTitle(number), url }).catch(() => undefined)
    }
    setSaid((await copyText(url)) ? words.shareCopied : words.shareFailed(url))
  }

  return (
    <>
      <Button icon="share" wide onPress={() => void share()}>
        {words.share}
      </Button>
      {said && (
        <p className="y-second" role="status">
          {said}
        </p>
      )}
    </>
  )
}
