import { App, Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { fieldLines, SettingHistory } from '#modules/office/web/door.tsx'
import type { Interface } from '../contract.ts'
import { changeInterface } from '../web/routes.generated.ts'
import { messages } from './open-interface.messages.ts'

const texts = ['contact', 'keyService', 'testUrl', 'jurisdictionId'] as const

/** How the interface presents itself in its discovery. */
export function InterfaceForm({ at }: { at: Interface }) {
  const { how: words } = useMessages(messages)
  const { message } = App.useApp()
  const [draft, setDraft] = useState(at)
  const saving = useStaffAction(changeInterface, { invalidates: ['/open311', '/settings'] })
  async function save(): Promise<void> {
    if (await saving.run({ body: draft })) void message.success(words.saved)
  }
  const hints = {
    contact: words.blank,
    keyService: words.blank,
    testUrl: undefined,
    jurisdictionId: words.jurisdictionHint,
  }
  return (
    <section className="oi-form">
      <h2>{words.title}</h2>
      <ProblemNote problem={saving.problem} />
      <Labelled id="interface-kind" label={words.kind}>
        <Select
          id="interface-kind"
          value={draft.kind}
          onChange={(kind: Interface['kind']) => setDraft({ ...draft, kind })}
          options={(['production', 'test'] as const).map((value) => ({ value, label: words.kinds[value] }))}
          style={{ width: 200 }}
        />
      </Labelled>
      {texts.map((name) => (
        <Labelled key={name} id={`interface-${name}`} label={words[name]} optional hint={hints[name]}>
          <Input
            id={`interface-${name}`}
            maxLength={300}
            value={draft[name]}
            onChange={(event) => setDraft({ ...draft, [name]: event.target.value.trimStart() })}
          />
        </Labelled>
      ))}
      <Checkbox
        checked={draft.givesTokens}
        onChange={(event) => setDraft({ ...draft, givesTokens: event.target.checked })}
      >
        {words.tokens}
      </Checkbox>
      <div>
        <Button type="primary" loading={saving.busy} onClick={() => void save()}>
          {words.save}
        </Button>
      </div>
      <SettingHistory
        name="open311.interface"
        linesOf={fieldLines(
          {
            kind: words.kind,
            ...Object.fromEntries(texts.map((name) => [name, words[name]])),
            givesTokens: words.tokens,
          },
          words.kinds,
        )}
        onSetBack={async (value) => (await saving.run({ body: value as Interface })) !== undefined}
      />
    </section>
  )
}
