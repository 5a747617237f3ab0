import { App, Button, Input, InputNumber, Select } from 'antd'
import { useState, type FormEvent } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { CalendarYear } from '../../contract.ts'
import { readCalendar, setCalendar, takeStandardCalendar } from '../../web/routes.generated.ts'
import { today } from './setup-shape.ts'
import { messages } from './setup.messages.ts'

/** The working days of a year, as the days that differ from plain weeks. */
export function CalendarTab() {
  const { calendar: words } = useMessages(messages)
  const [year, setYear] = useState(Number(today().slice(0, 4)))
  const answer = useStaffRoute(readCalendar, { query: { year } })
  return (
    <>
      <Labelled id="calendar-year" label={words.year}>
        <InputNumber
          id="calendar-year"
          min={2000}
          max={2100}
          precision={0}
          value={year}
          onChange={(chosen) => chosen && setYear(chosen)}
        />
      </Labelled>
      <ProblemNote problem={answer.error} again={() => void answer.refetch()} />
      {answer.data && <YearForm key={`${year} ${answer.dataUpdatedAt}`} known={answer.data} />}
    </>
  )
}

const touched = { invalidates: ['/matter-setup'] }

function YearForm({ known }: { known: CalendarYear }) {
  const all = useMessages(messages)
  const { calendar: words } = all
  const { message } = App.useApp()
  const [exceptions, setExceptions] = useState(known.exceptions)
  const [source, setSource] = useState(known.source)
  const [tried, setTried] = useState(false)
  const setting = useStaffAction(setCalendar, touched)
  const taking = useStaffAction(takeStandardCalendar, touched)
  const params = { year: known.year }
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (source.trim() && (await setting.run({ params, body: { source, exceptions } })))
      void message.success(all.saved)
  }
  async function take(): Promise<void> {
    if (await taking.run({ params, body: {} })) void message.success(all.saved)
  }
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <p className={known.isKnown ? 'su-second' : 'su-late'}>
        {known.isKnown ? words.known(known.workingDays, known.source) : words.unknown}
      </p>
      <ProblemNote problem={setting.problem ?? taking.problem} />
      <Exceptions year={known.year} exceptions={exceptions} onChange={setExceptions} />
      <Labelled
        id="calendar-source"
        label={words.source}
        hint={words.sourceHint}
        error={tried && !source.trim() ? words.needSource : undefined}
      >
        <Input
          id="calendar-source"
          maxLength={60}
          value={source}
          onChange={(event) => setSource(event.target.value)}
        />
      </Labelled>
      <div className="su-bar">
        <Button type="primary" htmlType="submit" loading={setting.busy}>
          {all.save}
        </Button>
        <Button loading={taking.busy} onClick={() => void take()}>
          {words.standard}
        </Button>
      </div>
    </form>
  )
}

type Days = CalendarYear['exceptions']

function Exceptions(props: { year: number; exceptions: Days; onChange: (exceptions: Days) => void }) {
  const { calendar: words } = useMessages(messages)
  const { year, exceptions, onChange } = props
  const change = (index: number, part: Partial<Days[number]>): void =>
    onChange(exceptions.map((each, at) => (at === index ? { ...each, ...part } : each)))
  return (
    <section className="su-card" aria-label={words.exceptions}>
      <h2>{words.exceptions}</h2>
      {exceptions.length === 0 && <p className="su-second">{words.none}</p>}
      <ul className="su-list">
        {exceptions.map((each, index) => (
          // Days may be typed twice while they are changed, so the place in the list is the key.
          <li key={index}>
            <Input
              type="date"
              aria-label={words.day}
              style={{ width: 160 }}
              min={`${year}-01-01`}
              max={`${year}-12-31`}
              value={each.day}
              onChange={(event) => change(index, { day: event.target.value })}
            />
            <Select
              aria-label={`${each.day} ${words.working}`}
              style={{ width: 110 }}
              value={each.isWorking ? 'working' : 'rest'}
              options={(['working', 'rest'] as const).map((value) => ({ value, label: words[value] }))}
              onChange={(value) => change(index, { isWorking: value === 'working' })}
            />
            <Input
              aria-label={words.name}
              style={{ width: 180 }}
              maxLength={20}
              value={each.name}
              onChange={(event) => change(index, { name: event.target.value })}
            />
            <Button size="small" onClick={() => onChange(exceptions.filter((_, at) => at !== index))}>
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={() => onChange([...exceptions, { day: `${year}-01-01`, isWorking: false, name: '' }])}>
        {words.add}
      </Button>
    </section>
  )
}
