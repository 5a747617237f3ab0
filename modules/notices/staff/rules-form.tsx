import { App, Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { fieldLines, SettingHistory } from '#modules/office/web/door.tsx'
import type { Rules } from '../contract.ts'
import { changeRules } from '../web/routes.generated.ts'
import { messages } from './channels.messages.ts'
import { WallTime } from './wall-time.tsx'

const numbers = ['eraseAfterDays', 'deleteAfterDays', 'codesPerDay', 'codesPerHour'] as const

/** Quiet hours, periods and the limits of codes. */
export function RulesForm({ rules }: { rules: Rules }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [draft, setDraft] = useState(rules)
  const saving = useStaffAction(changeRules, {
    invalidates: ['/notices/channels', '/notices/choices', '/settings'],
  })
  async function save(): Promise<void> {
    if (await saving.run({ body: draft })) void message.success(words.saved)
  }
  const wall = (name: 'from' | 'until', label: string) => (
    <Labelled id={`rules-${name}`} label={label}>
      <WallTime
        id={`rules-${name}`}
        value={draft.quiet[name]}
        onChange={(time) => setDraft({ ...draft, quiet: { ...draft.quiet, [name]: time } })}
      />
    </Labelled>
  )
  return (
    <section className="nt-section" aria-label={words.rules}>
      <h2>{words.rules}</h2>
      <div className="nt-fields">
        {wall('from', words.ruleFields.quietFrom)}
        {wall('until', words.ruleFields.quietUntil)}
        {numbers.map((name) => (
          <Labelled key={name} id={`rules-${name}`} label={words.ruleFields[name]}>
            <InputNumber
              id={`rules-${name}`}
              min={1}
              value={draft[name]}
              onChange={(value) => setDraft({ ...draft, [name]: value ?? draft[name] })}
              style={{ width: '100%' }}
            />
          </Labelled>
        ))}
        <Labelled id="rules-link" label={words.ruleFields.linkBase} hint={words.linkHint}>
          <Input
            id="rules-link"
            maxLength={200}
            autoComplete="off"
            value={draft.linkBase}
            onChange={(event) => setDraft({ ...draft, linkBase: event.target.value.trim() })}
          />
        </Labelled>
      </div>
      <div className="nt-foot">
        <Button type="primary" loading={saving.busy} onClick={() => void save()}>
          {words.save}
        </Button>
        <ProblemNote problem={saving.problem} />
      </div>
      <SettingHistory
        name="notices.rules"
        linesOf={fieldLines({
          'quiet.from': words.ruleFields.quietFrom,
          'quiet.until': words.ruleFields.quietUntil,
          ...Object.fromEntries(numbers.map((name) => [name, words.ruleFields[name]])),
          linkBase: words.ruleFields.linkBase,
        })}
        onSetBack={async (value) => (await saving.run({ body: value as Rules })) !== undefined}
      />
    </section>
  )
}
