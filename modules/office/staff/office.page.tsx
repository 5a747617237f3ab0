import { App, Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { OfficeSetting, readOfficeSetting as Route } from '../contract.ts'
import { changeOffice, readOfficeSetting } from '../web/routes.generated.ts'
import { type HistoryLine, SettingHistory } from '../web/setting-history.tsx'
import { LinesField } from './lines-field.tsx'
import { messages } from './office.messages.ts'
import { SignField } from './sign-field.tsx'
import './office.css'

type InForce = ReturnsOf<typeof Route>

/** What the office calls itself, before residents and colleagues. */
export function OfficePage() {
  const words = useMessages(messages)
  const found = useStaffRoute(readOfficeSetting, {})
  return (
    <div className="o-page">
      <h1>{words.title}</h1>
      <p className="o-second">{words.what}</p>
      <ProblemNote problem={found.error} again={() => void found.refetch()} />
      {found.data && <OfficeForm key={JSON.stringify(found.data.setting)} inForce={found.data} />}
    </div>
  )
}

const phoneShape = /^[0-9+() -]{3,24}$/

function OfficeForm({ inForce }: { inForce: InForce }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [draft, setDraft] = useState<OfficeSetting>(inForce.setting)
  const [isChecked, setChecked] = useState(false)
  const action = useStaffAction(changeOffice, { invalidates: ['/office', '/settings', '/session'] })
  const isWrong = draft.lines.some(({ label, phone }) => !label.trim() || !phoneShape.test(phone.trim()))
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    setChecked(true)
    if (!isWrong && (await action.run({ body: draft }))) void message.success(words.saved)
  }
  const linesOf = (value: object): HistoryLine[] => {
    const { name, lines, signId } = value as OfficeSetting
    return [
      [words.name, name],
      [words.lines, lines.map(({ label, phone }) => `${label} ${phone}`).join('、')],
      [words.sign, signId ? words.hasSign : ''],
    ]
  }
  const setBack = async (value: Record<string, unknown>): Promise<boolean> =>
    (await action.run({ body: value as OfficeSetting })) !== undefined
  return (
    <>
      <form className="o-card" onSubmit={(event) => void save(event)} noValidate>
        <ProblemNote problem={action.problem} />
        <Labelled id="office-name" label={words.name} optional hint={words.nameHint}>
          <Input
            id="office-name"
            maxLength={40}
            placeholder={inForce.office.name}
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
        </Labelled>
        <LinesField
          lines={draft.lines}
          error={isChecked && isWrong ? words.need : undefined}
          onChange={(lines) => setDraft({ ...draft, lines })}
        />
        <SignField
          shown={inForce.office.sign?.url}
          signId={draft.signId}
          onChange={(signId) => {
            const { signId: _before, ...rest } = draft
            setDraft({ ...rest, ...(signId && { signId }) })
          }}
        />
        <Button type="primary" htmlType="submit" loading={action.busy}>
          {words.save}
        </Button>
      </form>
      <SettingHistory name="office.identity" linesOf={linesOf} onSetBack={setBack} />
    </>
  )
}
