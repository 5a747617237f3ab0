import { App, Button, InputNumber } from 'antd'
import { type FormEvent, useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { fieldLines, SettingHistory } from '#modules/office/web/door.tsx'
import type { Retention } from '../../contract.ts'
import { changeRetention, readRetention } from '../../web/routes.generated.ts'
import { messages } from './settings.messages.ts'
import '../setup/setup.css'

/** How long the office keeps how to reach a reporter. */
export function RetentionPage() {
  const { retention: words } = useMessages(messages)
  const found = useStaffRoute(readRetention, {})
  return (
    <div className="su">
      <h1>{words.title}</h1>
      <p className="su-second">{words.what}</p>
      <ProblemNote problem={found.error} again={() => void found.refetch()} />
      {found.data && <RetentionForm key={found.data.contactMonths} inForce={found.data} />}
    </div>
  )
}

function RetentionForm({ inForce }: { inForce: Retention }) {
  const { retention: words, save: saveWord, saved } = useMessages(messages)
  const { message } = App.useApp()
  const [months, setMonths] = useState(inForce.contactMonths)
  const action = useStaffAction(changeRetention, { invalidates: ['/retention', '/settings'] })
  const put = async (contactMonths: number): Promise<boolean> =>
    (await action.run({ body: { contactMonths } })) !== undefined
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (await put(months)) void message.success(saved)
  }
  return (
    <>
      <form className="su-card" onSubmit={(event) => void save(event)} noValidate>
        <ProblemNote problem={action.problem} />
        <Labelled id="contact-months" label={words.months} hint={words.hint}>
          <InputNumber
            id="contact-months"
            min={1}
            max={240}
            precision={0}
            suffix={words.unit}
            value={months}
            onChange={(value) => setMonths(value ?? 1)}
          />
        </Labelled>
        <Button type="primary" htmlType="submit" loading={action.busy}>
          {saveWord}
        </Button>
      </form>
      <SettingHistory
        name="office.retention"
        linesOf={fieldLines({ contactMonths: words.label })}
        onSetBack={(value) => put(Number(value['contactMonths']))}
      />
    </>
  )
}
