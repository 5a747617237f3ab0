import { Button } from 'antd'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { MatterDetail } from '../contract.ts'
import type { PickedArea } from './area-picker.tsx'
import { messages } from './merge-split.messages.ts'
import { WordsField } from './words-field.tsx'

/** What the form of a split holds. */
export type Splitting = {
  way: 'reports' | 'words'
  reportIds: readonly string[]
  part: string
  subject: string
  isElsewhere: boolean
  area: PickedArea | undefined
  reason: string
}

type Report = MatterDetail['reports'][number]
type Props = {
  readonly reports: readonly Report[]
  readonly value: Splitting
  readonly onChange: (part: Partial<Splitting>) => void
}

/** Whose reports go over, each with what was said. */
export function SplitReports({ reports, value, error, onChange }: Props & { error: string | undefined }) {
  const words = useMessages(messages)
  const toggle = (id: string, isOn: boolean) =>
    onChange({
      reportIds: isOn ? [...value.reportIds, id] : value.reportIds.filter((one) => one !== id),
    })
  return (
    <fieldset className="m-choices" aria-describedby={error ? 'split-reports-error' : undefined}>
      <legend>{words.reports}</legend>
      {reports.map((report) => (
        <label key={report.id}>
          <input
            type="checkbox"
            checked={value.reportIds.includes(report.id)}
            onChange={(event) => toggle(report.id, event.target.checked)}
          />
          <ReportLine report={report} />
        </label>
      ))}
      {error && (
        <p id="split-reports-error" className="m-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

function ReportLine({ report }: { report: Report }) {
  const dates = useDates()
  return (
    <span className="m-other">
      {report.words}
      <small>
        {[report.maskedName, report.maskedPhone, dates.moment(report.receivedAt)].filter(Boolean).join(' ')}
      </small>
    </span>
  )
}

type Faults = { readonly reports?: string | undefined; readonly part?: string | undefined }

/** The second thing one person said, in their own words. */
export function SplitPart({ reports, value, faults, onChange }: Props & { faults: Faults }) {
  const words = useMessages(messages)
  const chosen = reports.find(({ id }) => id === value.reportIds[0])
  return (
    <>
      {reports.length > 1 && (
        <fieldset className="m-choices">
          <legend>{words.whose}</legend>
          {reports.map((report) => (
            <label key={report.id}>
              <input
                type="radio"
                name="split-whose"
                checked={report === chosen}
                onChange={() => onChange({ reportIds: [report.id] })}
              />
              <ReportLine report={report} />
            </label>
          ))}
          {faults.reports && (
            <p className="m-error" role="alert">
              {faults.reports}
            </p>
          )}
        </fieldset>
      )}
      <WordsField
        id="split-part"
        label={words.part}
        hint={words.partHint}
        most={1000}
        value={value.part}
        error={faults.part}
        onChange={(part) => onChange({ part })}
      />
      {chosen && !value.part && (
        <p className="m-chips">
          <Button size="small" onClick={() => onChange({ part: chosen.words })}>
            {words.wholeWords}
          </Button>
        </p>
      )}
    </>
  )
}
