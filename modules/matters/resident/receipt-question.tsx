import { Notice } from '#kernel/ui/notice/notice.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { Receipt } from '../contract.ts'
import { personName } from '../web/person-name.ts'
import { messages } from './receipt.messages.ts'
import { ReplyForm } from './reply-form.tsx'
import { useReplying } from './use-replying.ts'

const nothing = () => undefined

/** What the handler has to know before going on: first on the page, with what waiting means. */
export function ReceiptQuestion({ receipt }: { receipt: Receipt }) {
  const words = useMessages(messages)
  const language = useLanguage()
  const dates = useDates()
  const replying = useReplying(receipt.code, nothing)
  const { question, handler, holderName, code } = receipt
  if (!question) return null
  const who = handler ? personName(handler, language) : holderName
  return (
    <section className="m-question y-stack y-no-print" aria-label={words.question(who)}>
      <h2>{words.question(who)}</h2>
      <p className="m-question__words">{question.words}</p>
      <Notice>{question.until ? words.questionUntil(dates.due(question.until)) : words.questionOpen}</Notice>
      <ReplyForm key={code} label={words.yourReply} send={words.sendReply} replying={replying} />
    </section>
  )
}
