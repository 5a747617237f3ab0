import { Button } from 'antd'
import { useState } from 'react'
import { Badge } from '#kernel/ui/badge/badge.tsx'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { MatterDetail as Detail } from '../contract.ts'
import type { Doing } from './next-actions.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { readMatter } from '../web/routes.generated.ts'
import { statusKind } from '../web/status-kind.ts'
import { ActionBar } from './action-bar.tsx'
import { ActionPanel } from './action-panel.tsx'
import type { Desk } from './desk-address.ts'
import './detail.css'
import { messages } from './detail.messages.ts'
import { Facts } from './facts.tsx'
import { History } from './history.tsx'
import { ReportCard } from './report-card.tsx'
import { StandingNotes } from './standing-notes.tsx'
import { usePrintMatters } from './use-open-matter.ts'

type Props = {
  readonly matterId: string
  readonly desk: Desk
  /** The newest event the list has heard of; beyond what is shown here something happened meanwhile. */
  readonly changedAt: number | undefined
  /** Begin with the form for accepting, where it may be accepted. */
  readonly isAccepting: boolean
  readonly onAccepting: () => void
  readonly onClose: () => void
}

/** One matter beside the list: what it is, what may be done now, who said what, what happened. */
export function MatterDetail({ matterId, desk, changedAt, isAccepting, onAccepting, onClose }: Props) {
  const words = useMessages(messages)
  const answer = useStaffRoute(readMatter, { params: { matterId } }, { isStill: true })
  const print = usePrintMatters()
  return (
    <section className="m" aria-label={words.region}>
      <header className="m-head">
        {answer.data && <Title detail={answer.data} />}
        <span className="m-tools">
          <Button type="text" size="small" onClick={() => print([matterId])}>
            {words.print}
          </Button>
          <Button
            type="text"
            size="small"
            onClick={() => desk.change({ wide: desk.isWide ? undefined : '1' }, { replace: true })}
          >
            {desk.isWide ? words.narrow : words.wide}
          </Button>
          <Button
            type="text"
            size="small"
            aria-label={words.close}
            title={`${words.close} (Esc)`}
            icon={<Icon name="cross" size={1} />}
            onClick={onClose}
          />
        </span>
      </header>
      {answer.error && <ProblemNote problem={answer.error} again={() => void answer.refetch()} />}
      {answer.data && (
        <Meanwhile detail={answer.data} changedAt={changedAt} onShow={() => void answer.refetch()} />
      )}
      {answer.isPending && <div className="m-waiting" aria-hidden="true" />}
      {answer.data && (
        <Body
          detail={answer.data}
          isAccepting={isAccepting}
          onAccepting={onAccepting}
          isWide={desk.isWide}
          onOpen={(other) => desk.change({ m: other }, { replace: false })}
        />
      )}
    </section>
  )
}

type MeanwhileProps = {
  readonly detail: Detail
  readonly changedAt: number | undefined
  readonly onShow: () => void
}

/** Somebody else went on with it: said, not shown at once, so that nothing jumps while one reads or writes. */
function Meanwhile({ detail, changedAt, onShow }: MeanwhileProps) {
  const words = useMessages(messages)
  const seen = detail.timeline.at(-1)?.seq ?? 0
  if (changedAt === undefined || changedAt <= seen) return null
  return (
    <p className="m-meanwhile" role="status">
      {words.meanwhile}
      <Button size="small" onClick={onShow}>
        {words.showMeanwhile}
      </Button>
    </p>
  )
}

function Title({ detail: { matter } }: { detail: Detail }) {
  const known = useMessages(matterWords)
  return (
    <h2>
      <span className="m-number">{matter.number}</span>
      <Badge kind={statusKind(matter.status)}>{known.status[matter.status]}</Badge>
    </h2>
  )
}

type BodyProps = {
  readonly detail: Detail
  readonly isAccepting: boolean
  readonly onAccepting: () => void
  readonly isWide: boolean
  readonly onOpen: (matterId: string) => void
}

/** Which action's form is open, and what was last done. Asked to accept, that form opens by itself. */
function useDoing({ detail, isAccepting, onAccepting }: BodyProps) {
  const [open, setOpen] = useState<Doing>()
  const [done, setDone] = useState('')
  const mayAccept = detail.actions.includes('accept')
  const shown = isAccepting && mayAccept ? 'accept' : open
  const show = (action: Doing | undefined, said = '') => {
    if (isAccepting) onAccepting()
    setDone(said)
    setOpen(action)
  }
  return { shown, done, show }
}

function Body(props: BodyProps) {
  const words = useMessages(messages)
  const { detail } = props
  const { shown, done, show } = useDoing(props)
  return (
    <>
      <ActionBar
        detail={detail}
        open={shown}
        onChoose={(action) => show(action === shown ? undefined : action)}
      />
      {/* Scrolls by keyboard also where nothing inside takes the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={props.isWide ? 'm-body is-wide' : 'm-body'} tabIndex={0}>
        <Done said={done} />
        <div>
          {shown && (
            <ActionPanel
              key={shown}
              action={shown}
              detail={detail}
              onDone={(said) => show(undefined, said)}
              onCancel={() => show(undefined)}
            />
          )}
          <StandingNotes detail={detail} onOpen={props.onOpen} />
          <Facts detail={detail} />
          <section>
            <h3>{words.reportsTitle(detail.reports.length)}</h3>
            {detail.reports.map((report) => (
              <ReportCard key={report.id} report={report} detail={detail} />
            ))}
          </section>
        </div>
        <section>
          <h3>{words.historyTitle}</h3>
          <History entries={detail.timeline} voices={detail.voices} />
        </section>
      </div>
    </>
  )
}

function Done({ said }: { said: string }) {
  return (
    <p className="m-done" role="status">
      {said && (
        <>
          <Icon name="check" size={1} />
          {said}
        </>
      )}
    </p>
  )
}
