import { useEffect, useRef } from 'react'
import { Badge } from '#kernel/ui/badge/badge.tsx'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { MatterSummary } from '../contract.ts'
import { matterWords } from '../web/matter-words.messages.ts'
import { statusKind } from '../web/status-kind.ts'
import { subjectIcon } from '../web/subject-icon.ts'
import { messages } from './desk.messages.ts'
import { Due } from './due.tsx'

type Props = {
  readonly matters: readonly MatterSummary[]
  /** The row the keys move from. */
  readonly cursor: string | undefined
  /** The detail stands beside the table, which then shows fewer columns. */
  readonly isNarrow: boolean
  /** All of them are over: when it ended instead of what is left. */
  readonly isOver: boolean
  readonly onOpen: (matter: MatterSummary) => void
}

/** Rows of 36 px under a head that stays; a row opens by a click anywhere, its number is the way in for keys. */
export function MatterTable({ matters, cursor, isNarrow, isOver, onOpen }: Props) {
  const { columns, table } = useMessages(messages)
  return (
    <table className={isNarrow ? 'd-table is-narrow' : 'd-table'} aria-label={table}>
      <thead>
        <tr>
          <th className="c-left">{isOver ? columns.ended : columns.left}</th>
          <th className="c-subject">{columns.subject}</th>
          <th className="c-place">{columns.place}</th>
          <th className="c-holder">{isOver ? columns.held : columns.holder}</th>
          <th className="c-status">{columns.status}</th>
          {!isNarrow && <th className="c-channel">{columns.channel}</th>}
          {!isNarrow && <th className="c-reports">{columns.reports}</th>}
          <th className="c-number">{columns.number}</th>
        </tr>
      </thead>
      <tbody>
        {matters.map((matter) => (
          <Row
            key={matter.id}
            matter={matter}
            isHere={matter.id === cursor}
            isNarrow={isNarrow}
            onOpen={onOpen}
          />
        ))}
      </tbody>
    </table>
  )
}

/** Community and building; beside the detail only the building. */
const placeOf = ({ placeNames }: MatterSummary, isShort: boolean): string => {
  const [community, ...inner] = placeNames
  const end = inner.slice(-2)
  return (isShort && end.length > 0 ? end : [community, ...end]).join(' ')
}

type RowProps = {
  readonly matter: MatterSummary
  readonly isHere: boolean
  readonly isNarrow: boolean
  readonly onOpen: (matter: MatterSummary) => void
}

function Row({ matter, isHere, isNarrow, onOpen }: RowProps) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (isHere) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isHere])
  const place = matter.placeNames.join(' ')
  return (
    <tr ref={row} aria-current={isHere || undefined} onClick={() => onOpen(matter)}>
      <td className="c-left">
        <Due matter={matter} />
      </td>
      <td className="c-subject">
        <SubjectCell matter={matter} isNarrow={isNarrow} />
      </td>
      <td className="c-place" title={place}>
        {placeOf(matter, isNarrow)}
      </td>
      <td className="c-holder">
        <Holder matter={matter} />
      </td>
      <td className="c-status">
        <Badge kind={statusKind(matter.status)}>{known.status[matter.status]}</Badge>
      </td>
      {!isNarrow && <td className="c-channel">{known.channel[matter.channel]}</td>}
      {!isNarrow && (
        <td className="c-reports" title={words.timesWhole(matter.reportCount)}>
          {matter.reportCount > 1 && words.times(matter.reportCount)}
        </td>
      )}
      <td className="c-number">
        <button type="button" onClick={() => onOpen(matter)}>
          {matter.number}
        </button>
      </td>
    </tr>
  )
}

function SubjectCell({ matter, isNarrow }: { matter: MatterSummary; isNarrow: boolean }) {
  const words = useMessages(messages)
  const language = useLanguage()
  return (
    <span className="d-subject-cell" title={`${matter.subject[language]}：${matter.words}`}>
      <Icon name={subjectIcon(matter.subject.icon)} size={1.05} />
      <b>{matter.subject[language]}</b>
      {matter.reopened > 0 && <em className="is-late">{words.reopened(matter.reopened)}</em>}
      {isNarrow && matter.reportCount > 1 && <em>{words.times(matter.reportCount)}</em>}
      <span>{matter.words}</span>
    </span>
  )
}

/** Who has it and at which level; red words are not needed where a name says whom to ask. */
function Holder({ matter }: { matter: MatterSummary }) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const unit = matter.organisationName ?? matter.areaName
  const title = [matter.handler?.name, unit, matter.handler?.workPhone].filter(Boolean).join(' ')
  return (
    <span className="d-holder" title={title}>
      {matter.handler ? <b>{matter.handler.name}</b> : <i>{words.nobody}</i>}
      <small>{matter.organisationName ?? known.level[matter.level]}</small>
    </span>
  )
}
