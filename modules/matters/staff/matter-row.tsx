import type { ReactNode } from 'react'
import { Badge } from '#kernel/ui/badge/badge.tsx'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { MatterSummary } from '../contract.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { statusKind } from '../web/status-kind.ts'
import { subjectIcon } from '../web/subject-icon.ts'
import type { ColumnName } from './desk-columns.ts'
import { messages } from './desk.messages.ts'
import { Due } from './due.tsx'
import { Marked } from './marked.tsx'

export type Row = MatterSummary & {
  /** A passage that holds what was looked for where the row itself does not. */
  readonly found?: string
  /** It changed a moment ago. */
  readonly isFresh?: boolean
  /** It changed and stands in this list no more. */
  readonly isGone?: boolean
}

type Props = {
  readonly matter: Row
  readonly index: number
  readonly columns: readonly ColumnName[]
  readonly marks: RegExp | undefined
  readonly isHere: boolean
  readonly isChosen: boolean
  readonly isNarrow: boolean
  readonly withCommunity: boolean
  readonly onOpen: (matter: Row) => void
  readonly onChoose: (index: number, further: boolean) => void
}

export function MatterRow(props: Props) {
  const words = useMessages(messages)
  const { matter, index, columns, isHere, isChosen, onOpen, onChoose } = props
  const cells = useCells(props)
  const state = [matter.isFresh && 'is-fresh', matter.isGone && 'is-gone'].filter(Boolean).join(' ')
  return (
    <tr
      className={state || undefined}
      aria-rowindex={index + 2}
      aria-current={isHere || undefined}
      aria-selected={isChosen}
      onClick={() => onOpen(matter)}
    >
      {/* The whole cell takes the click, so that a near miss does not open the row. */}
      <td className="c-choose" onClick={(event) => event.stopPropagation()}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={words.choose(matter.number)}
          checked={isChosen}
          onClick={(event) => onChoose(index, event.shiftKey)}
          onChange={() => undefined}
        />
      </td>
      {columns.map((column) => {
        const { title, cell } = cells[column]()
        return (
          <td key={column} className={`c-${column}`} title={title}>
            {cell}
          </td>
        )
      })}
    </tr>
  )
}

type Cell = { readonly title?: string; readonly cell: ReactNode }

function useCells(props: Props): Record<ColumnName, () => Cell> {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const dates = useDates()
  const { matter, marks, isNarrow, withCommunity, onOpen } = props
  return {
    left: () => ({ cell: <Due matter={matter} /> }),
    subject: () => ({ cell: <Subject matter={matter} marks={marks} isNarrow={isNarrow} /> }),
    place: () => ({
      title: matter.placeNames.join(' '),
      cell: <Place names={placeOf(matter, withCommunity)} marks={marks} />,
    }),
    community: () => ({ cell: matter.placeNames[0] }),
    holder: () => ({ cell: <Holder matter={matter} /> }),
    level: () => ({ cell: known.level[matter.level] }),
    organisation: () => ({ cell: matter.organisationName ?? matter.areaName }),
    status: () => ({
      ...(matter.isGone && { title: words.gone }),
      cell: <Badge kind={statusKind(matter.status)}>{known.status[matter.status]}</Badge>,
    }),
    channel: () => ({ cell: known.channel[matter.channel] }),
    received: () => ({ title: dates.whole(matter.receivedAt), cell: dates.moment(matter.receivedAt) }),
    reports: () => ({
      title: words.timesWhole(matter.reportCount),
      cell: matter.reportCount > 1 ? words.times(matter.reportCount) : '',
    }),
    urged: () => ({ cell: matter.urged || '' }),
    satisfaction: () => ({ cell: matter.satisfaction ? known.rating[matter.satisfaction - 1] : '' }),
    number: () => ({
      cell: (
        <button type="button" onClick={() => onOpen(matter)}>
          <Marked text={matter.number} marks={marks} />
        </button>
      ),
    }),
  }
}

/** Quarter, courtyard and building; the community where several are listed, or where "6号楼" would stand alone. */
const placeOf = ({ placeNames }: Row, withCommunity: boolean): readonly string[] => {
  const inner = placeNames.slice(1)
  const isClear = inner.length > 0 && !/^[\d一二三四五六七八九十]+号/.test(inner[0] ?? '')
  return isClear && !withCommunity ? inner : placeNames
}

/** Where there is no room the beginning gives way: the building is what tells places apart. */
const Place = ({ names, marks }: { names: readonly string[]; marks: RegExp | undefined }) => (
  <span className="d-place">
    {names.length > 1 && (
      <span className="d-place__first">
        <Marked text={names.slice(0, -1).join(' ')} marks={marks} />
      </span>
    )}
    <span className={names.length > 1 ? 'd-place__last' : 'd-place__first'}>
      <Marked text={names.at(-1) ?? ''} marks={marks} />
    </span>
  </span>
)

function Subject({ matter, marks, isNarrow }: Pick<Props, 'matter' | 'marks' | 'isNarrow'>) {
  const words = useMessages(messages)
  const language = useLanguage()
  return (
    <span className="d-subject-cell" title={`${matter.subject[language]}：${matter.words}`}>
      <Icon name={subjectIcon(matter.subject.icon)} size={1.05} />
      <b>
        <Marked text={matter.subject[language]} marks={marks} />
      </b>
      <Signs matter={matter} />
      {isNarrow && matter.reportCount > 1 && <em>{words.times(matter.reportCount)}</em>}
      <span>
        <Marked text={nearMark(matter.found ?? matter.words, marks)} marks={marks} />
      </span>
    </span>
  )
}

/** A few characters before what was looked for, so that it stands in a narrow column too. */
function nearMark(text: string, marks: RegExp | undefined): string {
  const at = marks ? text.search(marks) : -1
  return at > 6 ? `…${text.slice(at - 3)}` : text
}

/** What sets a matter apart from the others in the list, each a word. */
function Signs({ matter }: { matter: Row }) {
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
function Holder({ matter }: { matter: Row }) {
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
