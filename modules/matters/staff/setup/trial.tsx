import { Button, Input, Select } from 'antd'
import { useState, type FormEvent } from 'react'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { Channel, tryRouting as Route } from '../../contract.ts'
import { tryRouting } from '../../web/routes.generated.ts'
import { AreaField } from '../area-field.tsx'
import type { PickedArea } from '../area-picker.tsx'
import { SubjectField } from '../subject-field.tsx'
import { messages } from './setup.messages.ts'

type Tried = ReturnsOf<typeof Route>

/** Write a report and see where it would go, rule by rule. */
export function Trial() {
  const words = useMessages(messages)
  const [area, setArea] = useState<PickedArea>()
  const [subject, setSubject] = useState('')
  const [said, setSaid] = useState('')
  const [channel, setChannel] = useState<Channel>('qr')
  const [tried, setTried] = useState(false)
  const [found, setFound] = useState<Tried>()
  const action = useStaffAction(tryRouting)
  async function run(event: FormEvent): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (!area || !subject) return
    setFound(await action.run({ body: { areaId: area.id, subject, words: said, channel } }))
  }
  return (
    <section className="su-card" aria-label={words.trial.title}>
      <h2>{words.trial.title}</h2>
      <p className="su-second">{words.trial.what}</p>
      <form onSubmit={(event) => void run(event)} noValidate>
        <ProblemNote problem={action.problem} />
        <AreaField
          legend={words.trial.place}
          changeName={words.trial.changePlace}
          area={area}
          error={tried && !area ? words.trial.needPlace : undefined}
          onChange={setArea}
        />
        <SubjectField
          legend={words.trial.subject}
          changeName={words.trial.changeSubject}
          value={subject}
          error={tried && !subject ? words.trial.needSubject : undefined}
          onChange={setSubject}
        />
        <Labelled id="trial-words" label={words.trial.words} optional>
          <Input.TextArea
            id="trial-words"
            rows={2}
            maxLength={1000}
            value={said}
            onChange={(event) => setSaid(event.target.value)}
          />
        </Labelled>
        <Labelled id="trial-channel" label={words.trial.channel}>
          <Select
            id="trial-channel"
            value={channel}
            options={Object.entries(words.channels).map(([value, label]) => ({
              value: value as Channel,
              label,
            }))}
            onChange={setChannel}
            style={{ width: 200 }}
          />
        </Labelled>
        <Button type="primary" htmlType="submit" loading={action.busy}>
          {words.trial.run}
        </Button>
      </form>
      {found && <Found found={found} />}
    </section>
  )
}

function Found({ found }: { found: Tried }) {
  const words = useMessages(messages)
  const dates = useDates()
  const to = found.organisationName ?? found.areaName
  const isByRule = found.rules.some((rule) => rule.isFirst)
  return (
    <div role="status">
      <h3>
        {words.trial.goes(`${to}（${words.levels[found.level]}）`)} ·{' '}
        {found.handlerName ? words.trial.handler(found.handlerName) : words.trial.nobody} ·{' '}
        {words.trial.due(dates.whole(found.promise.dueAt))}
      </h3>
      {found.passed.length > 0 && (
        <p>{words.trial.passed(found.passed.map((level) => words.levels[level]).join('、'))}</p>
      )}
      {!isByRule && <p className="su-good">{words.trial.byPlace}</p>}
      <ol className="su-list">
        {found.rules.map((rule, index) => (
          <li key={rule.id}>
            <b>{index + 1}</b>
            <span>{rule.note}</span>
            {rule.isFirst && <span className="su-good">{words.trial.byRule}</span>}
            {rule.against.length > 0 && (
              <span className="su-second">
                {rule.against.map((reason) => words.trial.against[reason]).join('、')}
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
