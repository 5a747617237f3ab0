import { App, Button, Input, Select } from 'antd'
import { useState, type FormEvent } from 'react'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { uuidv7 } from '#kernel/web/uuid.ts'
import type { ReplyTemplate, SubjectSetup } from '../../contract.ts'
import {
  keepReplyTemplate,
  listReplyTemplates,
  listSubjects,
  retireReplyTemplate,
} from '../../web/routes.generated.ts'
import { matterWords } from '../../words/matter-words.messages.ts'
import { messages } from './templates.messages.ts'

const touched = { invalidates: ['/reply-templates'] } as const

/** Every subject and group there is, as templates name them. */
function useAbout(): (key: string | undefined) => string {
  const words = useMessages(messages)
  const options = useSubjectOptions()
  return (key) => (key ? (options.find(({ value }) => value === key)?.label ?? key) : words.anySubject)
}

function useSubjectOptions() {
  const language = useLanguage()
  const words = useMessages(messages)
  const groups = useStaffRoute(listSubjects, {}).data?.groups ?? []
  return groups.flatMap((group) => [
    { value: group.key, label: words.wholeGroup(group[language]) },
    ...group.subjects.map((each: Pick<SubjectSetup, 'key' | 'zh' | 'en'>) => ({
      value: each.key,
      label: each[language],
    })),
  ])
}

/** The wordings an office keeps for answers. */
export function TemplatesTab() {
  const words = useMessages(messages)
  const [open, setOpen] = useState<string>()
  const answer = useStaffRoute(listReplyTemplates, {})
  const items = answer.data?.items ?? []
  return (
    <>
      <p className="su-second">{words.what}</p>
      <ProblemNote problem={answer.error} again={() => void answer.refetch()} />
      <div className="su-bar">
        <Button type="primary" onClick={() => setOpen(uuidv7())}>
          {words.add}
        </Button>
      </div>
      {open && !items.some(({ id }) => id === open) && (
        <section className="su-card" aria-label={words.add}>
          <TemplateForm key={open} id={open} before={undefined} onDone={() => setOpen(undefined)} />
        </section>
      )}
      {answer.data && items.length === 0 && <p>{words.none}</p>}
      {items.map((template) => (
        <section key={template.id} className="su-card" aria-label={template.title}>
          {open === template.id ? (
            <TemplateForm id={template.id} before={template} onDone={() => setOpen(undefined)} />
          ) : (
            <Shown template={template} onChange={() => setOpen(template.id)} />
          )}
        </section>
      ))}
    </>
  )
}

function Shown({ template, onChange }: { template: ReplyTemplate; onChange: () => void }) {
  const words = useMessages(messages)
  const { outcome } = useMessages(matterWords)
  const about = useAbout()
  const action = useStaffAction(retireReplyTemplate, touched)
  return (
    <>
      <div className="su-bar">
        <h2>{template.title}</h2>
        <span className="su-second">
          {[about(template.subject), template.outcome && outcome[template.outcome]]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <Button onClick={onChange}>{template.isRetired ? words.useAgain : words.change}</Button>
        {!template.isRetired && (
          <Button
            type="text"
            loading={action.busy}
            onClick={() => void action.run({ params: { templateId: template.id } })}
          >
            {words.retire}
          </Button>
        )}
        {template.isRetired && <span className="su-second">{words.retired}</span>}
      </div>
      <p>{template.words}</p>
      <ProblemNote problem={action.problem} />
    </>
  )
}

type FormProps = { id: string; before: ReplyTemplate | undefined; onDone: () => void }

type Draft = Pick<ReplyTemplate, 'title' | 'words'> & {
  subject: ReplyTemplate['subject'] | undefined
  outcome: ReplyTemplate['outcome'] | undefined
}

function TemplateForm({ id, before, onDone }: FormProps) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const action = useStaffAction(keepReplyTemplate, touched)
  const [draft, setDraft] = useState<Draft>({
    title: before?.title ?? '',
    words: before?.words ?? '',
    subject: before?.subject,
    outcome: before?.outcome,
  })
  const { subject, outcome, ...said } = draft
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    const body = { ...said, ...(subject && { subject }), ...(outcome && { outcome }) }
    if (!(await action.run({ params: { templateId: id }, body }))) return
    void message.success(words.saved)
    onDone()
  }
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <ProblemNote problem={action.problem} />
      <Fields draft={draft} change={(part) => setDraft({ ...draft, ...part })} />
      <div className="su-bar">
        <Button
          type="primary"
          htmlType="submit"
          loading={action.busy}
          disabled={!draft.title.trim() || !draft.words.trim()}
        >
          {words.save}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </div>
    </form>
  )
}

function Fields({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const words = useMessages(messages)
  const { outcome: outcomes } = useMessages(matterWords)
  const options = useSubjectOptions()
  const keys = Object.keys(outcomes) as NonNullable<Draft['outcome']>[]
  return (
    <div className="su-fields">
      <Labelled id="tpl-title" label={words.title}>
        <Input
          id="tpl-title"
          maxLength={40}
          value={draft.title}
          onChange={({ target }) => change({ title: target.value })}
        />
      </Labelled>
      <Labelled id="tpl-subject" label={words.subject} optional>
        <Select
          id="tpl-subject"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={words.anySubject}
          value={draft.subject}
          options={options}
          onChange={(subject) => change({ subject })}
        />
      </Labelled>
      <Labelled id="tpl-outcome" label={words.outcome} optional>
        <Select
          id="tpl-outcome"
          allowClear
          value={draft.outcome}
          options={keys.map((value) => ({ value, label: outcomes[value] }))}
          onChange={(outcome) => change({ outcome })}
        />
      </Labelled>
      <div className="su-whole">
        <Labelled id="tpl-words" label={words.words} hint={words.hint}>
          <Input.TextArea
            id="tpl-words"
            maxLength={1000}
            autoSize={{ minRows: 3, maxRows: 10 }}
            value={draft.words}
            onChange={({ target }) => change({ words: target.value })}
          />
        </Labelled>
      </div>
    </div>
  )
}
