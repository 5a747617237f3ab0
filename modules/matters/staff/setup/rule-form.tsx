import { App, Button, Input, Select } from 'antd'
import { useState, type FormEvent } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { listOrganisations } from '#modules/organisations/web/door.ts'
import type { Channel, Level, RuleDraft, RuleSetup } from '../../contract.ts'
import { addRule, editRule } from '../../web/routes.generated.ts'
import { AreaField } from '../area-field.tsx'
import type { PickedArea } from '../area-picker.tsx'
import { messages } from './setup.messages.ts'
import type { Setup } from './setup-shape.ts'

type Draft = {
  subject: string
  area: PickedArea | undefined
  isAnywhere: boolean
  words: string[]
  channel: Channel | ''
  toLevel: Level | ''
  toOrganisationId: string
  note: string
}

const draftOf = (rule: RuleSetup | undefined): Draft => ({
  subject: rule?.subject ?? '',
  area: rule?.areaId ? { id: rule.areaId, name: rule.areaName ?? '', pathNames: [] } : undefined,
  isAnywhere: !rule?.areaId,
  words: rule?.words ?? [],
  channel: rule?.channel ?? '',
  toLevel: rule ? (rule.toLevel ?? '') : 'community',
  toOrganisationId: rule?.toOrganisationId ?? '',
  note: rule?.note ?? '',
})

function bodyOf(draft: Draft): RuleDraft {
  const { subject, area, isAnywhere, words, channel, toLevel, toOrganisationId, note } = draft
  return {
    note: note.trim(),
    ...(subject && { subject }),
    ...(!isAnywhere && area && { areaId: area.id }),
    ...(words.length > 0 && { words }),
    ...(channel && { channel }),
    ...(toOrganisationId ? { toOrganisationId } : toLevel && { toLevel }),
  }
}

type Props = { readonly rule: RuleSetup | undefined; readonly setup: Setup; readonly onDone: () => void }

function useSaving({ rule, onDone }: Props) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const touched = { invalidates: ['/matter-setup'] }
  const adding = useStaffAction(addRule, touched)
  const editing = useStaffAction(editRule, touched)
  async function save(body: RuleDraft): Promise<void> {
    const done = rule ? editing.run({ params: { ruleId: rule.id }, body }) : adding.run({ body })
    if (!(await done)) return
    void message.success(words.saved)
    onDone()
  }
  return { save, action: rule ? editing : adding }
}

export function RuleForm(props: Props) {
  const words = useMessages(messages)
  const [draft, setDraft] = useState(() => draftOf(props.rule))
  const [tried, setTried] = useState(false)
  const { save, action } = useSaving(props)
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }))
  const goesNowhere = !draft.toLevel && !draft.toOrganisationId
  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (draft.note.trim() && !goesNowhere) void save(bodyOf(draft))
  }
  return (
    <form className="su-card" onSubmit={submit} noValidate>
      <h2>{props.rule ? words.rules.form.edit : words.rules.form.add}</h2>
      <ProblemNote problem={action.problem} />
      <WhenFields draft={draft} change={change} setup={props.setup} />
      <ToFields draft={draft} change={change} error={tried && goesNowhere ? words.rules.needTo : undefined} />
      <Labelled
        id="rule-note"
        label={words.rules.note}
        hint={words.rules.noteHint}
        error={tried && !draft.note.trim() ? words.rules.needNote : undefined}
      >
        <Input
          id="rule-note"
          maxLength={80}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </Labelled>
      <div className="su-bar">
        <Button type="primary" htmlType="submit" loading={action.busy}>
          {words.save}
        </Button>
        <Button onClick={props.onDone}>{words.cancel}</Button>
      </div>
    </form>
  )
}

type Fields = { draft: Draft; change: (part: Partial<Draft>) => void }

function WhenFields({ draft, change, setup }: Fields & { setup: Setup }) {
  const words = useMessages(messages)
  const subjects = setup.subjects.filter((subject) => !subject.isRetired)
  return (
    <div className="su-fields">
      <Labelled id="rule-subject" label={words.subjects.zh}>
        <Select
          id="rule-subject"
          showSearch={{ optionFilterProp: 'label' }}
          value={draft.subject}
          options={[
            { value: '', label: words.rules.anySubject },
            ...subjects.map(({ key, zh }) => ({ value: key, label: zh })),
          ]}
          onChange={(subject) => change({ subject })}
        />
      </Labelled>
      <Labelled id="rule-channel" label={words.trial.channel}>
        <Select
          id="rule-channel"
          value={draft.channel}
          options={[
            { value: '' as const, label: words.rules.anyChannel },
            ...Object.entries(words.channels).map(([value, label]) => ({ value: value as Channel, label })),
          ]}
          onChange={(channel) => change({ channel })}
        />
      </Labelled>
      <div className="su-whole">
        <Labelled id="rule-words" label={words.rules.wordsLabel} hint={words.rules.wordsHint} optional>
          <Select
            id="rule-words"
            mode="tags"
            open={false}
            suffixIcon={null}
            value={draft.words}
            onChange={(said: string[]) => change({ words: said.map((word) => word.trim()).filter(Boolean) })}
            style={{ width: '100%' }}
          />
        </Labelled>
      </div>
      <div className="su-whole">
        {draft.isAnywhere ? (
          <p>
            {words.rules.anyArea}{' '}
            <Button size="small" onClick={() => change({ isAnywhere: false })}>
              {words.trial.changePlace}
            </Button>
          </p>
        ) : (
          <>
            <AreaField
              legend={words.trial.place}
              changeName={words.trial.changePlace}
              area={draft.area}
              error={undefined}
              onChange={(area) => change({ area })}
            />
            <Button size="small" onClick={() => change({ isAnywhere: true, area: undefined })}>
              {words.rules.anyArea}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

function ToFields({ draft, change, error }: Fields & { error: string | undefined }) {
  const words = useMessages(messages)
  const organisations = useStaffRoute(listOrganisations, { query: {} }).data?.items ?? []
  return (
    <div className="su-fields">
      <Labelled id="rule-level" label={words.rules.toLevel} error={error}>
        <Select
          id="rule-level"
          disabled={Boolean(draft.toOrganisationId)}
          value={draft.toOrganisationId ? '' : draft.toLevel}
          options={[
            { value: '' as const, label: words.rules.noLevel },
            ...Object.entries(words.levels).map(([value, label]) => ({ value: value as Level, label })),
          ]}
          onChange={(toLevel) => change({ toLevel })}
        />
      </Labelled>
      <Labelled id="rule-organisation" label={words.rules.toOrganisation}>
        <Select
          id="rule-organisation"
          showSearch={{ optionFilterProp: 'label' }}
          value={draft.toOrganisationId}
          options={[
            { value: '', label: words.rules.noOrganisation },
            ...organisations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(toOrganisationId) => change({ toOrganisationId })}
        />
      </Labelled>
    </div>
  )
}
