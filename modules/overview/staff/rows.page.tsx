import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Badge } from '#kernel/ui/badge/badge.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useAddress } from '#kernel/web/react/use-address.ts'
import { useStaffPages, useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Indicator } from '#modules/indicators/contract.ts'
import { listCounted, listIndicators } from '#modules/indicators/web/door.ts'
import type { MatterSummary } from '#modules/matters/contract.ts'
import { matterWords, statusKind } from '#modules/matters/web/door.ts'
import './rows.css'
import { messages } from './rows.messages.ts'

const PAGE = 50

/** Which number it is stands in the address, so that it can be sent on and opened again. */
function useRows() {
  const { search } = useAddress()
  const area = Number(search['area'])
  const unheldIn = Number(search['unheld'])
  const { from, to, handler, organisation, indicator: key = '' } = search
  const part = search['part'] === 'denominator' ? ('denominator' as const) : ('numerator' as const)
  const query = {
    part,
    limit: PAGE,
    ...(area && { area }),
    ...(from && { from }),
    ...(to && { to }),
    ...(search['without'] === '1' && { withoutBeyond: true }),
    ...(handler && { handler }),
    ...(organisation && { organisation }),
    ...(unheldIn && { unheldIn }),
  }
  const answer = useStaffPages(listCounted, { params: { key }, query }, { keepLast: true })
  return { key, query, answer, matters: answer.data?.pages.flatMap((page) => page.items) ?? [] }
}

/** The matters behind one number, as many as the number says. */
export function RowsPage() {
  const words = useMessages(messages)
  const { key, query, answer, matters } = useRows()
  const declared = useStaffRoute(listIndicators, {}).data?.items ?? []
  const indicator = declared.find((each) => each.key === key)
  const areaName = answer.data?.pages[0]?.areaName ?? ''
  return (
    <div className="r-page">
      <Head indicator={indicator} areaName={areaName} query={query} />
      <ProblemNote problem={answer.error} again={() => void answer.refetch()} />
      {matters.length > 0 && <Rows matters={matters} />}
      {answer.isPending && (
        <p className="v-hint" role="status">
          {words.waiting}
        </p>
      )}
      {answer.data && (
        <p className="r-end">
          <span role="status">
            {matters.length === 0
              ? words.none
              : answer.hasNextPage
                ? words.shown(matters.length)
                : words.all(matters.length)}
          </span>
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

function Head(props: {
  indicator: Indicator | undefined
  areaName: string
  query: ReturnType<typeof useRows>['query']
}) {
  const words = useMessages(messages)
  const language = useLanguage()
  const { indicator, areaName, query } = props
  const { from, to, part, area, handler, organisation, unheldIn, withoutBeyond } = query
  const counted = part === 'denominator' ? indicator?.denominator : indicator?.numerator
  const span = indicator?.tense === 'now' ? words.now : from && to ? words.days(from, to) : ''
  const narrowed = [handler, organisation, unheldIn].some((each) => each !== undefined)
  const facts = [areaName, span, withoutBeyond && words.without, narrowed && words.held].filter(Boolean)
  const isWhole = indicator?.desk !== undefined && !narrowed
  return (
    <div className="r-head">
      <div>
        <h1>{words.title(indicator?.name[language] ?? '')}</h1>
        <p>
          {facts.join(' · ')}
          {counted && <b>{counted[language]}</b>}
        </p>
        {indicator && <p className="v-hint">{words.rule(indicator.source[language])}</p>}
      </div>
      {isWhole && (
        <Link
          to="/"
          search={() => ({ list: indicator.desk, area: area === undefined ? undefined : String(area) })}
        >
          {words.desk}
        </Link>
      )}
      <Link to="/overview" search={() => (area === undefined ? {} : { area: String(area) })}>
        {words.back}
      </Link>
    </div>
  )
}

function Rows({ matters }: { matters: readonly MatterSummary[] }) {
  const { columns, table } = useMessages(messages)
  return (
    <table className="r-table" aria-label={table}>
      <thead>
        <tr>
          <th>{columns.number}</th>
          <th>{columns.subject}</th>
          <th>{columns.words}</th>
          <th>{columns.place}</th>
          <th>{columns.holder}</th>
          <th>{columns.status}</th>
          <th>{columns.received}</th>
          <th>{columns.due}</th>
          <th>{columns.reports}</th>
        </tr>
      </thead>
      <tbody>
        {matters.map((matter) => (
          <Row key={matter.id} matter={matter} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ matter }: { matter: MatterSummary }) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const language = useLanguage()
  const dates = useDates()
  const { id, number, subject, placeNames, handler, organisationName, status, receivedAt, dueAt } = matter
  const place = placeNames.join(' ')
  return (
    <tr>
      <td>
        <Link to="/" search={() => ({ number, m: id })}>
          {number}
        </Link>
      </td>
      <td>{subject[language]}</td>
      <td className="r-words" title={matter.words}>
        {matter.words}
      </td>
      <td className="r-place" title={place}>
        {place}
      </td>
      <td>{handler?.name ?? organisationName ?? words.nobody}</td>
      <td>
        <Badge kind={statusKind(status)}>{known.status[status]}</Badge>
      </td>
      <td title={dates.whole(receivedAt)}>{dates.moment(receivedAt)}</td>
      <td className={matter.isOverdue ? 'is-late' : undefined} title={dates.whole(dueAt)}>
        {matter.isOverdue ? dates.remaining(dueAt) : dates.moment(dueAt)}
      </td>
      <td className="r-number">{matter.reportCount}</td>
    </tr>
  )
}
