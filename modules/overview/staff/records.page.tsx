import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { formatDay } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useAddress } from '#kernel/web/react/use-address.ts'
import { useStaffPages, useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { CountedRecord, Indicator } from '#modules/indicators/contract.ts'
import { listCountedRecords, listIndicators } from '#modules/indicators/web/door.ts'
import { matterWords } from '#modules/matters/web/door.ts'
import { organisationWords } from '#modules/organisations/web/door.ts'
import { roleWords } from '#modules/people/web/door.ts'
import { areaWords } from '#modules/places/web/door.tsx'
import { messages } from './registers.messages.ts'
import './rows.css'

const PAGE = 100

/** The records behind one number of the registers, exactly those it counts. */
export function RecordsPage() {
  const words = useMessages(messages)
  const { search, change } = useAddress()
  const { from, to, indicator: key = '' } = search
  const area = Number(search['area'])
  const part = search['part'] === 'denominator' ? ('denominator' as const) : ('numerator' as const)
  const query = { part, limit: PAGE, ...(area && { area }), ...(from && { from }), ...(to && { to }) }
  const answer = useStaffPages(listCountedRecords, { params: { key }, query }, { keepLast: true })
  const declared = useStaffRoute(listIndicators, {}).data?.items ?? []
  const indicator = declared.find((each) => each.key === key)
  const records = answer.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className="r-page">
      <Head
        indicator={indicator}
        areaName={answer.data?.pages[0]?.areaName ?? ''}
        part={part}
        onPart={(other) => change({ part: other }, { replace: true })}
      />
      <ProblemNote problem={answer.error} again={() => void answer.refetch()} />
      {answer.isPending && (
        <p className="v-hint" role="status">
          {words.waiting}
        </p>
      )}
      {records.length > 0 && <Records records={records} />}
      {answer.data && (
        <p className="r-end">
          <span role="status">{endOf(words, records.length, answer.hasNextPage)}</span>
          {answer.hasNextPage && (
            <Button
              size="small"
              loading={answer.isFetchingNextPage}
              onClick={() => void answer.fetchNextPage()}
            >
              {words.more}
            </Button>
          )}
        </p>
      )}
    </div>
  )
}

function endOf(words: (typeof messages)['zh'], count: number, isMore: boolean): string {
  if (count === 0) return words.noRows
  return isMore ? words.shown(count) : words.all(count)
}

function Head(props: {
  indicator: Indicator | undefined
  areaName: string
  part: 'numerator' | 'denominator'
  onPart: (part: string | undefined) => void
}) {
  const words = useMessages(messages)
  const language = useLanguage()
  const { search } = useAddress()
  const { indicator, areaName, part } = props
  const { from, to, area } = search
  const span = indicator?.tense === 'day' ? to && words.asOf(to) : from && to && words.inSpan(from, to)
  const counted = part === 'denominator' ? indicator?.denominator : indicator?.numerator
  const other = part === 'denominator' ? undefined : 'denominator'
  return (
    <div className="r-head">
      <div>
        <h1>{words.rowsTitle(indicator?.name[language] ?? '')}</h1>
        <p>
          {[areaName, span].filter(Boolean).join(' · ')}
          {counted && <b>{counted[language]}</b>}
        </p>
        {indicator && <p className="v-hint">{words.rule(indicator.source[language])}</p>}
      </div>
      {indicator?.denominator && (
        <Button size="small" onClick={() => props.onPart(other)}>
          {other ? words.denominator : words.numerator}
        </Button>
      )}
      <Link to="/registers" search={() => (area === undefined ? {} : { area })}>
        {words.back}
      </Link>
    </div>
  )
}

function Records({ records }: { records: readonly CountedRecord[] }) {
  const { columns, table } = useMessages(messages)
  return (
    <table className="r-table" aria-label={table}>
      <thead>
        <tr>
          <th>{columns.name}</th>
          <th>{columns.kind}</th>
          <th>{columns.area}</th>
          <th>{columns.note}</th>
          <th>{columns.since}</th>
          <th>{columns.worth}</th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <Row key={record.id} record={record} />
        ))}
      </tbody>
    </table>
  )
}

/** What a kind is a word of depends on what the record is. */
function useKindWords() {
  const words = useMessages(messages)
  const areas: Readonly<Record<string, string>> = useMessages(areaWords).kinds
  const roles: Readonly<Record<string, string>> = useMessages(roleWords)
  const { kinds, forms } = useMessages(organisationWords)
  const bodies: Readonly<Record<string, string>> = { ...kinds, ...forms }
  const { status, channel } = useMessages(matterWords)
  const known: Readonly<Record<CountedRecord['what'], Readonly<Record<string, string>>>> = {
    area: areas,
    level: { ...areas, ...roles },
    organisation: bodies,
    post: roles,
    role: roles,
    formation: { filed: words.filed },
    limit: areas,
    matter: status,
    report: channel,
    week: channel,
  }
  return ({ what, kind }: CountedRecord): string => known[what][kind] ?? words.whats[what]
}

function Row({ record }: { record: CountedRecord }) {
  const words = useMessages(messages)
  const language = useLanguage()
  const kindOf = useKindWords()
  const { what, name, areaName, note, since, worth } = record
  const kind = kindOf(record)
  const isMatter = what === 'matter' || what === 'report'
  const said =
    what === 'week' ? words.held(note) : what === 'level' || what === 'role' ? words.many(note) : ''
  return (
    <tr>
      <td>
        {isMatter ? (
          <Link to="/" search={() => ({ number: name })}>
            {name}
          </Link>
        ) : (
          name || kind
        )}
      </td>
      <td>{kind}</td>
      <td className="r-place">{areaName ?? '—'}</td>
      <td className="r-words">{said || '—'}</td>
      <td>{since ? formatDay(since, language) : '—'}</td>
      <td className="r-number">{worth}</td>
    </tr>
  )
}
