import { useState } from 'react'
import { ButtonLink } from '#kernel/ui/button/button.tsx'
import { Notice } from '#kernel/ui/notice/notice.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { useKeptReceipts } from './kept-receipts.ts'
import { messages } from './report.messages.ts'
import type { UnsentReport } from './report-draft.ts'

/** Stands in the place of the form while it goes out. */
export function SendingNow({ item }: { item: UnsentReport | 'starting' }) {
  const words = useMessages(messages)
  const files = item === 'starting' ? [] : [...item.photos, ...(item.voices ?? [])]
  const done = files.filter((file) => file.sent).length
  return (
    <Notice>
      <p>
        <strong>{done < files.length ? words.sendingFiles(done + 1, files.length) : words.sending}</strong>
      </p>
      <p>{words.stayOrGo}</p>
    </Notice>
  )
}

/** A receipt that came back for something sent earlier, while this page was open. */
export function SentLater() {
  const words = useMessages(messages)
  const [latest] = useKeptReceipts()
  const [before] = useState(latest?.code)
  if (!latest || latest.code === before) return null
  return (
    <Notice kind="good">
      <p>{words.sentLater(latest.number)}</p>
      <ButtonLink to={`/r/${encodeURIComponent(latest.code)}`}>{words.seeProgress}</ButtonLink>
    </Notice>
  )
}
