import { Alert, Button } from 'antd'
import { formatDay } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { Problem } from '#kernel/web/problem.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useAddress } from '#kernel/web/react/use-address.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { LineageStep } from '../contract.ts'
import { readLineage } from '../web/routes.generated.ts'
import { messages } from './lineage.messages.ts'

/** Steps of one day and kind belong together: two grids merged into this one. */
const together = (steps: readonly LineageStep[]): LineageStep[][] => [
  ...Map.groupBy(steps, ({ day, how }) => `${day} ${how}`).values(),
]

/** What an area came from and what became of it, each with a way there; nothing where nothing happened. */
export function LineageNote({ areaId }: { areaId: number }) {
  const words = useMessages(messages)
  const language = useLanguage()
  const found = useStaffRoute(readLineage, { params: { areaId } })
  if (!found.data) return null
  const lines = (['from', 'to'] as const).flatMap((side) =>
    together(found.data[side]).map((steps) => ({ side, steps })),
  )
  if (lines.length === 0) return null
  return (
    <ul className="p-lineage">
      {lines.map(({ side, steps }) => {
        const [first] = steps
        return (
          first && (
            <li key={`${side} ${first.day} ${first.how}`}>
              {words[side][first.how](formatDay(first.day, language))}
              {steps.map((step) => (
                <AreaLink
                  key={step.areaId}
                  areaId={step.areaId}
                  name={step.name}
                  {...(step.ended && side === 'from' && { on: dayBefore(step.day) })}
                />
              ))}
            </li>
          )
        )
      })}
    </ul>
  )
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 24 * 3600_000).toISOString().slice(0, 10)

function AreaLink(props: { areaId: number; name: string; on?: string; note?: string }) {
  const { change } = useAddress()
  return (
    <Button
      type="link"
      size="small"
      onClick={() => change({ area: String(props.areaId), on: props.on, tab: undefined })}
    >
      {props.name}
      {props.note}
    </Button>
  )
}

/** Where a link leads to an area that has ended: when, and who answers for the place now. */
export function EndedArea(props: { areaId: number; problem: Problem; again: () => void }) {
  const words = useMessages(messages)
  const language = useLanguage()
  const found = useStaffRoute(readLineage, { params: { areaId: props.areaId } })
  if (found.isPending) return null
  if (!found.data?.validTo) return <ProblemNote problem={props.problem} again={props.again} />
  const { name, validTo, today } = found.data
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={words.ended(name, formatDay(validTo, language))}
        description={words.endedHow}
      />
      <p>
        {today.length === 0 ? words.none : words.today}
        {today.map(({ areaId, name: heir, whole }) => (
          <AreaLink key={areaId} areaId={areaId} name={heir} {...(!whole && { note: words.part })} />
        ))}
      </p>
      <LineageNote areaId={props.areaId} />
    </>
  )
}
