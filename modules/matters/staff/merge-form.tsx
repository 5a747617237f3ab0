import { Button, Input } from 'antd'
import { useState } from 'react'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { MatterSummary } from '../contract.ts'
import { listAlikeMatters, listMatters, mergeMatter } from '../web/routes.generated.ts'
import { ActionForm, touched } from './action-form.tsx'
import { messages as acts } from './actions.messages.ts'
import type { FormProps } from './form-props.ts'
import { MatterCompare } from './matter-compare.tsx'
import { messages } from './merge-split.messages.ts'
import { useForm } from './use-form.ts'
import { WordsField } from './words-field.tsx'

type Other = Pick<MatterSummary, 'id' | 'number'>
const empty: { into: Other | undefined; reason: string } = { into: undefined, reason: '' }

function useMerging({ detail, onDone }: FormProps) {
  const words = useMessages(messages)
  const { done } = useMessages(acts)
  const { id } = detail.matter
  const form = useForm(`staff.merge.${id}`, empty, ({ into, reason }) => ({
    into: into ? undefined : words.need.into,
    reason: reason.trim() ? undefined : words.need.reason,
  }))
  const action = useStaffAction(mergeMatter, touched)
  const send = () =>
    form.send(async ({ into, reason }) => {
      if (!into) return false
      const body = { into: into.number, reason: reason.trim() }
      if (!(await action.run({ params: { matterId: id }, body }))) return false
      onDone(done.merge)
      return true
    })
  return { form, action, send }
}

/** The same thing twice: which other one it is, both side by side, and why. */
export function MergeForm(props: FormProps) {
  const words = useMessages(messages)
  const { form, action, send } = useMerging(props)
  const { value, change, faults } = form
  return (
    <ActionForm
      action="merge"
      detail={props.detail}
      what={value.into && words.mergeWhat(value.into.number)}
      running={action}
      onSubmit={send}
      onCancel={props.onCancel}
    >
      <OtherMatter
        detail={props.detail}
        value={value.into}
        error={faults.into}
        onChange={({ id, number }) => change({ into: { id, number } })}
      />
      {value.into && <MatterCompare detail={props.detail} otherId={value.into.id} />}
      <WordsField
        id="merge-reason"
        label={words.mergeReason}
        most={300}
        value={value.reason}
        error={faults.reason}
        onChange={(reason) => change({ reason })}
      />
    </ActionForm>
  )
}

const mergeable: readonly string[] = ['received', 'accepted', 'in_progress']

/** Those close by, and what a number finds. */
function useOthers({ matter }: FormProps['detail']) {
  const [number, setNumber] = useState('')
  const alike = useStaffRoute(listAlikeMatters, { params: { matterId: matter.id } })
  const numbered = useStaffRoute(
    listMatters,
    { query: { q: number, list: 'open' as const } },
    { enabled: number !== '' },
  )
  const found = number
    ? (numbered.data?.items ?? []).filter(({ id, status }) => id !== matter.id && mergeable.includes(status))
    : []
  const near = (alike.data?.items ?? []).filter(({ id }) => found.every((one) => one.id !== id))
  return { number, setNumber, alike, numbered, found, near }
}

type OtherProps = {
  readonly detail: FormProps['detail']
  readonly value: Other | undefined
  readonly error: string | undefined
  readonly onChange: (other: MatterSummary) => void
}

function OtherMatter({ detail, value, error, onChange }: OtherProps) {
  const words = useMessages(messages)
  const { number, setNumber, alike, numbered, found, near } = useOthers(detail)
  return (
    <>
      <NumberField onFind={setNumber} busy={numbered.isFetching} />
      <fieldset className="m-choices" aria-describedby={error ? 'into-error' : undefined}>
        <legend>{words.which}</legend>
        <ProblemNote problem={alike.error ?? numbered.error} again={() => void alike.refetch()} />
        {number && numbered.data && found.length === 0 && <p role="status">{words.notFound(number)}</p>}
        {alike.data && near.length + found.length === 0 && <p>{words.none}</p>}
        {[...found, ...near].map((other) => (
          <OtherChoice
            key={other.id}
            other={other}
            isChosen={other.id === value?.id}
            onChoose={() => onChange(other)}
          />
        ))}
        {error && (
          <p id="into-error" className="m-error" role="alert">
            {error}
          </p>
        )}
      </fieldset>
    </>
  )
}

type ChoiceProps = {
  readonly other: MatterSummary
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function OtherChoice({ other, isChosen, onChoose }: ChoiceProps) {
  const language = useLanguage()
  return (
    <label>
      <input type="radio" name="into" checked={isChosen} onChange={onChoose} />
      <span className="m-other">
        <b>{other.subject[language]}</b> {other.placeNames.slice(-2).join(' ')}
        <small>{other.words}</small>
      </span>
      <small className="m-right">{other.number}</small>
    </label>
  )
}

function NumberField({ busy, onFind }: { busy: boolean; onFind: (number: string) => void }) {
  const words = useMessages(messages)
  const [text, setText] = useState('')
  const find = () => onFind(text.trim())
  return (
    <Labelled id="merge-number" label={words.byNumber} optional>
      <span className="m-find">
        <Input
          id="merge-number"
          placeholder={words.byNumberHint}
          maxLength={20}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={(event) => {
            event.preventDefault()
            find()
          }}
        />
        <Button loading={busy} onClick={find}>
          {words.find}
        </Button>
      </span>
    </Labelled>
  )
}
