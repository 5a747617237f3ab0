import { Link } from 'wouter'
import { Badge } from '#kernel/ui/badge/badge.tsx'
import { Button, ButtonLink } from '#kernel/ui/button/button.tsx'
import { Card } from '#kernel/ui/card/card.tsx'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { mayDo } from '#modules/people/web/door.ts'
import type { Session } from '#modules/people/contract.ts'
import type { MatterSummary } from '../contract.ts'
import { subjectIcon } from '../web/subject-icon.ts'
import { placeLine } from './place-line.ts'
import { isLate, isRunning, TimeLeft } from './time-left.tsx'
import { messages } from './today.messages.ts'
import { useAccept } from './use-accept.ts'
import { acceptWaits, usePending } from './use-pending.ts'
import './worker.css'

type Props = { matter: MatterSummary; session: Session }

function AcceptButton({ matter }: { matter: MatterSummary }) {
  const words = useMessages(messages)
  const { accept, busy, problem } = useAccept(matter)
  return (
    <>
      <ProblemBox problem={problem} />
      <Button kind="primary" wide busy={busy} onPress={accept}>
        {words.accept}
      </Button>
    </>
  )
}

/** One thing to press at most: what comes next with this matter; filled where it is late. */
function MainAction({ matter, session }: Props) {
  const words = useMessages(messages)
  const pending = usePending(matter.id)
  const page = `/work/m/${matter.id}`
  if (!mayDo(session, 'matters.handle') || !isRunning(matter)) return null
  if (acceptWaits(pending)) {
    return (
      <>
        <Badge>{navigator.onLine ? words.accepting : words.acceptWaits}</Badge>
        <ButtonLink to={page} wide>
          {words.handle}
        </ButtonLink>
      </>
    )
  }
  if (matter.status === 'received') return <AcceptButton matter={matter} />
  if (matter.handler?.id !== session.accountId) return null
  const kind = isLate(matter) ? 'primary' : 'plain'
  return matter.status === 'accepted' ? (
    <ButtonLink to={page} kind={kind} wide>
      {words.handle}
    </ButtonLink>
  ) : (
    <ButtonLink to={`${page}/answer`} kind={kind} wide>
      {words.answer}
    </ButtonLink>
  )
}

function Remarks({ matter, session }: Props) {
  const words = useMessages(messages)
  const { handler } = matter
  const other = handler && handler.id !== session.accountId ? handler.name : undefined
  const held = handler ? undefined : matter.organisationName
  const remarks = [
    matter.reopened > 0 && words.reopened,
    matter.reportCount > 1 && words.people(matter.reportCount),
    other && words.handledBy(other),
    held && words.handledBy(held),
  ].filter((remark) => typeof remark === 'string')
  if (remarks.length === 0) return null
  return <p className="y-second">{remarks.join(' · ')}</p>
}

/** A matter of the list: how long is left, where, what about, how it begins, and what to do next. */
export function MatterCard({ matter, session }: Props) {
  const language = useLanguage()
  const own = session.posts.map((post) => post.areaName)
  return (
    <Card late={isLate(matter)}>
      <Link className="mt-card__open" href={`/work/m/${matter.id}`}>
        <span className="mt-card__top">
          <TimeLeft matter={matter} />
          <span className="y-second">{matter.number}</span>
        </span>
        <strong className="mt-card__place">{placeLine(matter.placeNames, own)}</strong>
        <span className="mt-card__subject">
          <Icon name={subjectIcon(matter.subject.icon)} size={1.2} />
          {matter.subject[language]}
        </span>
        <span className="mt-card__words">{matter.words}</span>
      </Link>
      <Remarks matter={matter} session={session} />
      <MainAction matter={matter} session={session} />
    </Card>
  )
}

/** What was answered and waits to be asked after: one quiet line. */
export function AnsweredLine({ matter, session }: Props) {
  const language = useLanguage()
  const own = session.posts.map((post) => post.areaName)
  return (
    <Link className="mt-line" href={`/work/m/${matter.id}`}>
      <Icon name={subjectIcon(matter.subject.icon)} size={1.2} />
      <span className="mt-line__text">
        {placeLine(matter.placeNames, own)} {matter.subject[language]}
      </span>
      <Icon name="next" size={1} />
    </Link>
  )
}
