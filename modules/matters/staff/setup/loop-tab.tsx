import { App, Button, InputNumber } from 'antd'
import { useState, type FormEvent } from 'react'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { fieldLines, SettingHistory } from '#modules/office/web/door.tsx'
import type { LoopRules, readLoopRules as Route } from '../../contract.ts'
import { readLoopRules, setLoopRules } from '../../web/routes.generated.ts'
import { messages } from './setup.messages.ts'

const shapes: readonly [
  keyof LoopRules,
  number,
  number,
  'days' | 'hours' | 'workingDays' | 'workingHours',
][] = [
  ['acceptWorkingHours', 1, 80, 'workingHours'],
  ['askDays', 1, 30, 'days'],
  ['followUpDays', 0, 60, 'days'],
  ['reopenDays', 1, 365, 'days'],
  ['urgeHours', 1, 240, 'hours'],
  ['riseFirstDays', 0, 30, 'workingDays'],
  ['riseNextDays', 1, 30, 'workingDays'],
  ['joinDays', 1, 365, 'days'],
]

/** The rules of the loop as a whole, and the versions they had. */
export function LoopTab() {
  const answer = useStaffRoute(readLoopRules, {})
  return (
    <>
      <ProblemNote problem={answer.error} again={() => void answer.refetch()} />
      {answer.data && <LoopForm key={answer.dataUpdatedAt} known={answer.data} />}
    </>
  )
}

function LoopForm({ known }: { known: ReturnsOf<typeof Route> }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [rules, setRules] = useState(known.rules)
  const action = useStaffAction(setLoopRules, { invalidates: ['/matter-setup', '/settings'] })
  async function save(next: LoopRules): Promise<void> {
    if (await action.run({ body: next })) void message.success(words.saved)
  }
  function submit(event: FormEvent): void {
    event.preventDefault()
    void save(rules)
  }
  const hints = { followUpDays: words.loop.followUpHint, riseFirstDays: words.loop.riseFirstHint }
  return (
    <>
      <form onSubmit={submit} noValidate>
        <ProblemNote problem={action.problem} />
        <div className="su-fields su-card">
          {shapes.map(([name, min, max, unit]) => (
            <Labelled key={name} id={name} label={words.loop[name]} hint={hints[name as keyof typeof hints]}>
              <InputNumber
                id={name}
                min={min}
                max={max}
                precision={0}
                suffix={words.loop.units[unit]}
                value={rules[name]}
                onChange={(value) => setRules((before) => ({ ...before, [name]: value ?? min }))}
              />
            </Labelled>
          ))}
        </div>
        <Button type="primary" htmlType="submit" loading={action.busy}>
          {words.save}
        </Button>
      </form>
      <SettingHistory
        name="matters.loop"
        linesOf={fieldLines(Object.fromEntries(shapes.map(([name]) => [name, words.loop[name]])))}
        onSetBack={async (value) => (await action.run({ body: value as LoopRules })) !== undefined}
      />
    </>
  )
}
