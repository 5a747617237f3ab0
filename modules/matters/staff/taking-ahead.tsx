import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { personName } from '../web/person-name.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { foreseePromise, listLikely } from '../web/routes.generated.ts'
import type { Report } from './take-report-value.ts'
import { messages } from './take-report.messages.ts'

const aboutOf = ({ area, subject }: Report) => ({ query: { areaId: area?.id ?? 1, subject } })
const isAsked = ({ area, subject }: Report) => area !== undefined && subject !== ''

type LikelyProps = { readonly report: Report; readonly onChoose: (number: string) => void }

/** What is open close by on the same subject: joining it is one choice, starting anew the other. */
export function LikelyField({ report, onChoose }: LikelyProps) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const language = useLanguage()
  const dates = useDates()
  const { data } = useStaffRoute(listLikely, aboutOf(report), { enabled: isAsked(report) })
  const items = isAsked(report) ? (data?.items ?? []) : []
  if (items.length === 0) return null
  const line = (matter: (typeof items)[number]) =>
    [
      matter.placeNames.slice(-2).join(' '),
      known.status[matter.status],
      words.since(dates.day(matter.receivedAt)),
      words.people(matter.reportCount),
    ].join(' · ')
  return (
    <fieldset className="m-choices is-tall m-take-likely">
      <legend>{words.likely(items.length)}</legend>
      {items.map((matter) => (
        <label key={matter.number}>
          <input
            type="radio"
            name="take-joins"
            checked={report.joins === matter.number}
            onChange={() => onChoose(matter.number)}
          />
          <span>
            {words.joinThis(matter.number, matter.subject[language])}
            <small>{line(matter)}</small>
          </span>
        </label>
      ))}
      <label>
        <input type="radio" name="take-joins" checked={report.joins === ''} onChange={() => onChoose('')} />
        <span>{words.notThese}</span>
      </label>
    </fieldset>
  )
}

/** Who would answer until when and by which rule: said to the person before it is registered. */
export function PromiseLine({ report }: { report: Report }) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const language = useLanguage()
  const dates = useDates()
  const isNew = isAsked(report) && report.joins === ''
  const { data } = useStaffRoute(foreseePromise, aboutOf(report), { enabled: isNew })
  if (!data || !isNew) return null
  const { handler, holderName, dueAt, source, unit, amount } = data
  const who = handler ? personName(handler, language) : holderName
  return (
    <div className="m-take-promise" role="status">
      <strong>{words.promise(who, dates.due(dueAt))}</strong>
      <p className="m-second">{words.rule(source, known.limit[unit](amount))}</p>
    </div>
  )
}
