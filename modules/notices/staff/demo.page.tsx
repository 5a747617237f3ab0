import { useDates } from '#kernel/web/dates.ts'
import { type Messages, useMessages } from '#kernel/web/messages.ts'
import { CopyButton } from '#kernel/web/react/copy-button.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { listDemoMessages } from '../web/routes.generated.ts'
import { noticeWords } from './notice-words.messages.ts'
import './notices.css'

const zh = {
  title: '示范短信',
  what: '示范系统什么都不真的发出去。本来要发的短信和消息都在这里，验证码也在这里看。',
  none: '还没有。用一个 1 开头的 11 位号码（比如 100 0000 0000）收验证码，几秒后就会出现。',
  off: '这里不是示范系统，消息都真的发出去了，请看“发送记录”。',
  waiting: (count: number) => `还有 ${count} 条赶上免打扰时段，等时段结束再发。验证码和急事照发。`,
  to: (address: string) => `发给 ${address}`,
  copy: '复制',
  copied: '已复制',
}
const en: typeof zh = {
  title: 'Messages of the demonstration',
  what: 'A demonstration sends nothing. What would have been sent is here, codes too.',
  none: 'None yet. Ask for a code with a number of 11 digits beginning with 1 (such as 100 0000 0000); it appears within seconds.',
  off: 'This is no demonstration: messages are really sent. See “Messages”.',
  waiting: (count) =>
    `${count} more wait for the end of quiet hours. Codes and urgent things are sent at once.`,
  to: (address) => `to ${address}`,
  copy: 'Copy',
  copied: 'Copied',
}
const messages: Messages<typeof zh> = { zh, en }

export function DemoMessagesPage() {
  const words = useMessages(messages)
  const { ways } = useMessages(noticeWords)
  const dates = useDates()
  const list = useStaffRoute(listDemoMessages, {}, { every: 2_000 })
  const items = list.data?.items ?? []
  return (
    <div className="nt-section">
      <h1>{words.title}</h1>
      <p className="nt-hint">{words.what}</p>
      <ProblemNote problem={list.error} again={() => void list.refetch()} />
      {list.data && items.length === 0 && <p>{list.data.demo ? words.none : words.off}</p>}
      {list.data && list.data.waiting > 0 && <p>{words.waiting(list.data.waiting)}</p>}
      <ul className="nt-more" aria-live="polite">
        {items.map((each) => (
          <li key={`${each.sentAt} ${each.address}`} className="nt-message">
            <span className="nt-hint">
              {ways[each.way]} {words.to(each.address)} · {dates.moment(each.sentAt)}
            </span>
            <pre>{each.text}</pre>
            <CopyButton text={each.text} words={words} size="small" />
          </li>
        ))}
      </ul>
    </div>
  )
}
