import { Link } from 'wouter'
import { Badge } from '#kernel/ui/badge/badge.tsx'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useRoute } from '#kernel/web/use-route.ts'
import type { Receipt } from '../contract.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { readReceipt } from '../web/routes.generated.ts'
import { isOver, statusKind } from '../web/status-kind.ts'
import { type KeptReceipt, useKeptReceipts } from './kept-receipts.ts'
import { messages } from './report.messages.ts'
import './parts.css'

const SHOWN = 3

/** How it stands now, in one badge; what waits for the reporter comes first. */
function Standing({ receipt }: { receipt: Receipt }) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const dates = useDates()
  const { status, isOverdue, question, mayRate, rating, promise } = receipt
  if (question) return <Badge kind="warn">{words.waitsForReply}</Badge>
  if (mayRate && rating === undefined && status === 'answered')
    return <Badge kind="warn">{words.waitsForRating}</Badge>
  if (isOverdue && !isOver(status)) return <Badge kind="late">{dates.remaining(promise.dueAt)}</Badge>
  return <Badge kind={statusKind(status)}>{known.status[status]}</Badge>
}

function Row({ kept }: { kept: KeptReceipt }) {
  const language = useLanguage()
  const dates = useDates()
  const { data } = useRoute(readReceipt, { params: { code: kept.code } })
  return (
    <li>
      <Link className="m-row m-row--link" href={`/r/${encodeURIComponent(kept.code)}`}>
        <span className="m-row__text">
          <strong>{kept.subject[language]}</strong>
          <span className="y-second">
            {dates.day(kept.receivedAt)} · {kept.number}
          </span>
          <span className="m-row__badges">{data && <Standing receipt={data} />}</span>
        </span>
        <Icon name="next" />
      </Link>
    </li>
  )
}

const isIn = (inner: readonly string[], outer: readonly string[]): boolean =>
  outer.every((name, index) => inner[index] === name)

/** What this phone reported of the place or of something in it, with how it stands. */
export function ReportsHere({ pathNames }: { pathNames: readonly string[] }) {
  const words = useMessages(messages)
  const here = useKeptReceipts().filter(({ placeNames }) => isIn(placeNames, pathNames))
  if (here.length === 0) return null
  return (
    <section className="m-section" aria-label={words.reportsHere}>
      <h2>{words.reportsHere}</h2>
      <ul className="m-rows">
        {here.slice(0, SHOWN).map((kept) => (
          <Row key={kept.code} kept={kept} />
        ))}
      </ul>
    </section>
  )
}
