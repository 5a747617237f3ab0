import { Button } from 'antd'
import { useState } from 'react'
import { Badge } from '#kernel/ui/badge/badge.tsx'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useAction } from '#kernel/web/use-action.ts'
import type { CounterReport, Slip, SpokenMove } from '../contract.ts'
import { personName } from '../web/person-name.ts'
import { makeSlip } from '../web/routes.generated.ts'
import { statusKind } from '../web/status-kind.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { messages } from './counter.messages.ts'
import { PrintSlip } from './paper-slip.tsx'
import { SpeakForm } from './speak-form.tsx'

type Props = {
  readonly report: CounterReport
  readonly onChange: (report: CounterReport) => void
  readonly onOpen: () => void
}

/** One report: how it stands, to read out; and what may be recorded for whoever made it. */
export function FoundReport({ report, onChange, onOpen }: Props) {
  const words = useMessages(messages)
  const [speaking, setSpeaking] = useState<SpokenMove>()
  const [done, setDone] = useState('')
  return (
    <li>
      <Standing report={report} />
      {done && (
        <p className="m-done" role="status">
          <Icon name="check" size={1} />
          {done}
        </p>
      )}
      <div className="ct-acts">
        {report.moves.map((move) => (
          <Button
            key={move}
            aria-expanded={speaking === move}
            onClick={() => setSpeaking(speaking === move ? undefined : move)}
          >
            {words.moves[move]}
          </Button>
        ))}
        {report.mayPrint && <SlipAgain report={report} />}
        <Button type="text" onClick={onOpen}>
          {words.open}
        </Button>
      </div>
      {speaking && (
        <SpeakForm
          key={speaking}
          move={speaking}
          report={report}
          onCancel={() => setSpeaking(undefined)}
          onDone={(after) => {
            setSpeaking(undefined)
            setDone(words.done[speaking])
            onChange(after)
          }}
        />
      )}
    </li>
  )
}

function Standing({ report }: Pick<Props, 'report'>) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const language = useLanguage()
  const dates = useDates()
  const { matter } = report
  const isOpen = ['received', 'accepted', 'in_progress'].includes(matter.status)
  const facts = [
    matter.placeNames.slice(-2).join(' '),
    known.channel[report.channel],
    words.receivedOn(dates.day(report.receivedAt)),
    report.maskedName,
    report.maskedPhone,
    matter.handler ? personName(matter.handler, language) : (matter.organisationName ?? words.nobody),
    isOpen && words.due(dates.due(matter.dueAt)),
    report.rating && words.rated(known.rating[report.rating - 1] ?? ''),
  ]
  return (
    <>
      <p className="ct-head">
        <strong>{matter.number}</strong>
        <span>{matter.subject[language]}</span>
        <Badge kind={statusKind(matter.status)}>{known.status[matter.status]}</Badge>
        {matter.isOverdue && <Badge kind="late">{dates.remaining(matter.dueAt)}</Badge>}
      </p>
      <p>{report.words}</p>
      <p className="m-second">{facts.filter(Boolean).join(' · ')}</p>
      {report.answer && <Quote name={words.answer} text={report.answer} />}
      {report.question && <Quote name={words.question} text={report.question} />}
    </>
  )
}

const Quote = ({ name, text }: { name: string; text: string }) => (
  <p className="m-quote">
    <strong>{name}：</strong>
    {text}
  </p>
)

/** The slip once more, for who lost it. */
function SlipAgain({ report }: Pick<Props, 'report'>) {
  const words = useMessages(messages)
  const [slip, setSlip] = useState<Slip>()
  const action = useAction(makeSlip)
  const params = { matterId: report.matter.id, reportId: report.reportId }
  if (slip) return <PrintSlip slip={slip} />
  return (
    <>
      <Button
        icon={<Icon name="print" size={1} />}
        loading={action.busy}
        onClick={() => void action.run({ params, body: {} }).then(setSlip)}
      >
        {words.slip}
      </Button>
      <ProblemNote problem={action.problem} />
    </>
  )
}
