import { App, Button, Checkbox, Input, Select } from 'antd'
import { useState, type FormEvent } from 'react'
import { iconPaths } from '#kernel/ui/icon/icon-paths.ts'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { SubjectDraft, SubjectSetup } from '../../contract.ts'
import { addSubject, editSubject } from '../../web/routes.generated.ts'
import { QuestionFields } from './question-fields.tsx'
import { messages } from './setup.messages.ts'

const empty: SubjectDraft = {
  zh: '',
  en: '',
  icon: 'other',
  level: 'grid',
  evidence: 'none',
  mayBePublic: true,
  descriptionZh: '',
  descriptionEn: '',
  questions: [],
  isRetired: false,
}

function draftOf(subject: SubjectSetup | undefined, groups: readonly SubjectSetup[]): SubjectDraft {
  if (!subject) return { ...empty, ...(groups[0] && { groupKey: groups[0].key }) }
  const { key: _key, ...draft } = subject
  return draft
}

type Props = {
  readonly subject: SubjectSetup | undefined
  readonly groups: readonly SubjectSetup[]
  readonly onDone: () => void
}

function useSaving({ subject, onDone }: Props) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const touched = { invalidates: ['/matter-setup', '/subjects'] }
  const adding = useStaffAction(addSubject, touched)
  const editing = useStaffAction(editSubject, touched)
  const action = subject ? editing : adding
  async function save(draft: SubjectDraft): Promise<void> {
    const body = { ...draft, en: draft.en.trim() || draft.zh }
    const done = subject ? editing.run({ params: { key: subject.key }, body }) : adding.run({ body })
    if (!(await done)) return
    void message.success(words.saved)
    onDone()
  }
  return { save, action }
}

export function SubjectForm(props: Props) {
  const words = useMessages(messages)
  const [draft, setDraft] = useState(() => draftOf(props.subject, props.groups))
  const [tried, setTried] = useState(false)
  const { save, action } = useSaving(props)
  const change = (part: Partial<SubjectDraft>): void => setDraft((before) => ({ ...before, ...part }))
  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (draft.zh.trim()) void save(draft)
  }
  return (
    <form className="su-card" onSubmit={submit} noValidate>
      <ProblemNote problem={action.problem} />
      <NameFields
        draft={draft}
        change={change}
        groups={props.groups}
        isTried={tried}
        isNew={!props.subject}
      />
      {draft.groupKey !== undefined && <RuleFields draft={draft} change={change} />}
      <QuestionFields questions={draft.questions} onChange={(questions) => change({ questions })} />
      {props.subject && (
        <p>
          <Checkbox
            checked={draft.isRetired}
            onChange={(event) => change({ isRetired: event.target.checked })}
          >
            {words.subjects.isRetired}
          </Checkbox>
          <span className="su-second">{words.subjects.keeps}</span>
        </p>
      )}
      <div className="su-bar">
        <Button type="primary" htmlType="submit" loading={action.busy}>
          {words.save}
        </Button>
        <Button onClick={props.onDone}>{words.cancel}</Button>
      </div>
    </form>
  )
}

type Fields = { draft: SubjectDraft; change: (part: Partial<SubjectDraft>) => void }
type NameProps = Fields & { groups: readonly SubjectSetup[]; isTried: boolean; isNew: boolean }

function NameFields({ draft, change, groups, isTried, isNew }: NameProps) {
  const { subjects: words } = useMessages(messages)
  const error = isTried && !draft.zh.trim() ? words.need : undefined
  return (
    <div className="su-fields">
      <Labelled id="subject-zh" label={words.zh} error={error}>
        <Input
          id="subject-zh"
          maxLength={40}
          value={draft.zh}
          onChange={(event) => change({ zh: event.target.value })}
        />
      </Labelled>
      <Labelled id="subject-en" label={words.en} optional>
        <Input
          id="subject-en"
          maxLength={40}
          value={draft.en}
          onChange={(event) => change({ en: event.target.value })}
        />
      </Labelled>
      {(isNew || draft.groupKey !== undefined) && (
        <Labelled id="subject-group" label={words.group}>
          <Select
            id="subject-group"
            value={draft.groupKey ?? ''}
            options={[
              ...(isNew ? [{ value: '', label: words.ownGroup }] : []),
              ...groups.map(({ key, zh }) => ({ value: key, label: zh })),
            ]}
            onChange={(groupKey) => {
              const { groupKey: _before, ...rest } = draft
              change(groupKey ? { ...rest, groupKey } : ({ ...rest, groupKey: undefined } as never))
            }}
          />
        </Labelled>
      )}
      <IconField draft={draft} change={change} />
    </div>
  )
}

function IconField({ draft, change }: Fields) {
  const { subjects: words } = useMessages(messages)
  return (
    <Labelled id="subject-icon" label={words.icon}>
      <Select
        id="subject-icon"
        value={draft.icon}
        options={Object.keys(iconPaths).map((icon) => ({
          value: icon,
          label: <Icon name={icon as keyof typeof iconPaths} size={1.2} />,
        }))}
        onChange={(icon) => change({ icon })}
      />
    </Labelled>
  )
}

function RuleFields({ draft, change }: Fields) {
  const words = useMessages(messages)
  return (
    <div className="su-fields">
      <Labelled id="subject-level" label={words.subjects.level}>
        <Select
          id="subject-level"
          value={draft.level}
          options={(['grid', 'community', 'street', 'district'] as const).map((value) => ({
            value,
            label: words.levels[value],
          }))}
          onChange={(level) => change({ level })}
        />
      </Labelled>
      <Labelled id="subject-evidence" label={words.subjects.evidence}>
        <Select
          id="subject-evidence"
          value={draft.evidence}
          options={(['none', 'photo'] as const).map((value) => ({
            value,
            label: words.subjects.evidenceOf[value],
          }))}
          onChange={(evidence) => change({ evidence })}
        />
      </Labelled>
      <p className="su-whole">
        <Checkbox
          checked={draft.mayBePublic}
          onChange={(event) => change({ mayBePublic: event.target.checked })}
        >
          {words.subjects.mayBePublic}
        </Checkbox>
      </p>
      <Labelled id="subject-note-zh" label={words.subjects.descriptionZh} optional>
        <Input.TextArea
          id="subject-note-zh"
          rows={2}
          maxLength={200}
          value={draft.descriptionZh}
          onChange={(event) => change({ descriptionZh: event.target.value })}
        />
      </Labelled>
      <Labelled id="subject-note-en" label={words.subjects.descriptionEn} optional>
        <Input.TextArea
          id="subject-note-en"
          rows={2}
          maxLength={200}
          value={draft.descriptionEn}
          onChange={(event) => change({ descriptionEn: event.target.value })}
        />
      </Labelled>
    </div>
  )
}
