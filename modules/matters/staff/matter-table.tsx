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
  const communities = new Set(matters.map((matter) => matter.placeNames[0]))
  const withCommunity = !isNarrow && communities.size > 1
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
            withCommunity={withCommunity}
            onOpen={onOpen}
          />
        ))}
      </tbody>
    </table>
  )
}

/** Quarter, courtyard and building; the community where several are listed, or where "6号楼" would stand alone. */
const placeOf = ({ placeNames }: MatterSummary, withCommunity: boolean): readonly string[] => {
  const inner = placeNames.slice(1)
  const isClear = inner.length > 0 && !/^[\d一二三四五六七八九十]+号/.test(inner[0] ?? '')
  return isClear && !withCommunity ? inner : placeNames
}

/** Where there is no room the beginning gives way: the building is what tells places apart. */
const Place = ({ names }: { names: readonly string[] }) => (
  <span className="d-place">
    {names.length > 1 && <span className="d-place__first">{names.slice(0, -1).join(' ')}</span>}
    <span className={names.length > 1 ? 'd-place__last' : 'd-place__first'}>{names.at(-1)}</span>
  </span>
)

type RowProps = {
  readonly matter: MatterSummary
  readonly isHere: boolean
  readonly isNarrow: boolean
  readonly withCommunity: boolean
  readonly onOpen: (matter: MatterSummary) => void
}

function Row({ matter, isHere, isNarrow, withCommunity, onOpen }: RowProps) {
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
        <Place names={placeOf(matter, withCommunity)} />
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
      <Signs matter={matter} />
      {isNarrow && matter.reportCount > 1 && <em>{words.times(matter.reportCount)}</em>}
      <span>{matter.words}</span>
    </span>
  )
}

/** What sets a matter apart from the others in the list, each a word. */
function Signs({ matter }: { matter: MatterSummary }) {
  const words = useMessages(messages)
  return (
    <>
      {matter.raisedTo && <em className="is-late">{words.raised}</em>}
      {matter.isDisputed && <em className="is-soon">{words.disputed}</em>}
      {matter.urged > 0 && <em className="is-soon">{words.urged(matter.urged)}</em>}
      {matter.reopened > 0 && <em className="is-late">{words.reopened(matter.reopened)}</em>}
    </>
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
