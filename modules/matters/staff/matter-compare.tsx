import type { ReactNode } from 'react'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { MatterDetail } from '../contract.ts'
import { personName } from '../web/person-name.ts'
import { readMatter } from '../web/routes.generated.ts'
import { messages } from './merge-split.messages.ts'
import { Photos } from './photos.tsx'

/** Two matters side by side, line by line, so that the difference is seen before they become one. */
export function MatterCompare({ detail, otherId }: { detail: MatterDetail; otherId: string }) {
  const other = useStaffRoute(readMatter, { params: { matterId: otherId } })
  if (other.error) return <ProblemNote problem={other.error} again={() => void other.refetch()} />
  if (!other.data) return <div className="m-waiting" aria-hidden="true" />
  return <Table one={detail} two={other.data} />
}

function Table({ one, two }: { one: MatterDetail; two: MatterDetail }) {
  const words = useMessages(messages)
  const line = useLine()
  const row = (name: string, of: (detail: MatterDetail) => ReactNode) => (
    <tr>
      <th scope="row">{name}</th>
      <td>{of(one)}</td>
      <td>{of(two)}</td>
    </tr>
  )
  return (
    <table className="m-compare" aria-label={words.compare}>
      <thead>
        <tr>
          <th scope="col">{words.compare}</th>
          <th scope="col">
            {words.thisOne}
            <small>{one.matter.number}</small>
          </th>
          <th scope="col">
            {words.thatOne}
            <small>{two.matter.number}</small>
          </th>
        </tr>
      </thead>
      <tbody>
        {row(words.place, line.place)}
        {row(words.received, line.received)}
        {row(words.due, line.due)}
        {row(words.holder, line.holder)}
        {row(words.people, ({ reports }) => words.peopleCount(reports.length))}
        {row(words.said, line.said)}
      </tbody>
    </table>
  )
}

function useLine() {
  const words = useMessages(messages)
  const language = useLanguage()
  const dates = useDates()
  return {
    place: ({ matter }: MatterDetail) => (
      <>
        {matter.placeNames.join(' ')}
        <br />
        {matter.subject[language]}
      </>
    ),
    received: ({ matter }: MatterDetail) => dates.moment(matter.receivedAt),
    due: ({ matter }: MatterDetail) => dates.due(matter.dueAt),
    holder: ({ matter }: MatterDetail) =>
      matter.handler ? personName(matter.handler, language) : words.nobody,
    said: ({ reports }: MatterDetail) =>
      reports.map((report) => (
        <div key={report.id} className="m-compare-said">
          <p>{report.words}</p>
          <Photos photos={report.photos} />
        </div>
      )),
  }
}
