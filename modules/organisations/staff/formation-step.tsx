import { App, DatePicker, Input, InputNumber, Modal, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { BodyOf } from '#kernel/contract/route.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { addFormationStep as AddFormationStep, Formation, FormationStep } from '../contract.ts'
import { addFormationStep } from '../web/routes.generated.ts'
import { messages } from './formations.messages.ts'

const order: readonly FormationStep[] = [
  'applied',
  'prepared',
  'noticed',
  'voted',
  'announced',
  'filed',
  'given_up',
]

/** What may follow: forward only, filing after a vote. */
function nextSteps({ steps }: Formation): FormationStep[] {
  const last = steps.at(-1)?.step
  const isVoted = steps.some(({ step }) => step === 'voted')
  return order.slice(last ? order.indexOf(last) + 1 : 0).filter((step) => step !== 'filed' || isVoted)
}

type Votes = { entitled: number | null; voted: number | null; inFavour: number | null }
type Draft = { step: FormationStep; day: string | undefined; note: string; name: string; votes: Votes }

function bodyOf({ step, day, note, name, votes }: Draft): BodyOf<typeof AddFormationStep> {
  const { entitled, voted, inFavour } = votes
  const counted = entitled !== null && voted !== null && inFavour !== null
  return {
    step,
    ...(day && { day }),
    ...(note.trim() && { note: note.trim() }),
    ...(step === 'voted' && counted && { vote: { entitled, voted, inFavour } }),
    ...(step === 'filed' && name.trim() && { committeeName: name.trim() }),
  }
}

export function AddStep({ formation, onClose }: { formation: Formation; onClose: () => void }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const steps = nextSteps(formation)
  const [draft, setDraft] = useState<Draft>({
    step: steps[0] ?? 'given_up',
    day: undefined,
    note: '',
    name: '',
    votes: { entitled: null, voted: null, inFavour: null },
  })
  const adding = useStaffAction(addFormationStep, { invalidates: ['/formations', '/organisations'] })
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part })
  async function save(): Promise<void> {
    if (!(await adding.run({ params: { caseId: formation.id }, body: bodyOf(draft) }))) return
    void message.success(words.done)
    onClose()
  }
  return (
    <Modal
      open
      title={`${formation.areaName} · ${words.next}`}
      okText={words.save}
      cancelText={words.cancel}
      confirmLoading={adding.busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <ProblemNote problem={adding.problem} />
      <Labelled id="step-kind" label={words.step}>
        <Select
          id="step-kind"
          value={draft.step}
          onChange={(step: FormationStep) => change({ step })}
          options={steps.map((value) => ({ value, label: words.steps[value] }))}
          style={{ width: '100%' }}
        />
      </Labelled>
      <Labelled id="step-day" label={words.day} optional>
        <DatePicker
          id="step-day"
          value={draft.day ? dayjs(draft.day) : null}
          maxDate={dayjs()}
          onChange={(day) => change({ day: day?.format('YYYY-MM-DD') })}
          style={{ width: '100%' }}
        />
      </Labelled>
      {draft.step === 'voted' && <VoteFields votes={draft.votes} onChange={(votes) => change({ votes })} />}
      {draft.step === 'filed' && (
        <Labelled id="step-name" label={words.committeeName} hint={words.filedHint}>
          <Input
            id="step-name"
            maxLength={80}
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </Labelled>
      )}
      <Labelled id="step-note" label={words.note} optional>
        <Input
          id="step-note"
          maxLength={300}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </Labelled>
    </Modal>
  )
}

function VoteFields({ votes, onChange }: { votes: Votes; onChange: (votes: Votes) => void }) {
  const words = useMessages(messages)
  const fields = ['entitled', 'voted', 'inFavour'] as const
  return (
    <>
      <div className="f-votes">
        {fields.map((field) => (
          <Labelled key={field} id={`vote-${field}`} label={words[field]}>
            <InputNumber
              id={`vote-${field}`}
              min={0}
              precision={0}
              value={votes[field]}
              onChange={(value) => onChange({ ...votes, [field]: value })}
              style={{ width: '100%' }}
            />
          </Labelled>
        ))}
      </div>
      <p className="g-hint">{words.secret}</p>
    </>
  )
}
