import { Input } from 'antd'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { personName } from '../web/person-name.ts'
import { assignMatter, listHandlers } from '../web/routes.generated.ts'
import { ActionForm, touched } from './action-form.tsx'
import type { FormProps } from './form-props.ts'
import { messages } from './actions.messages.ts'
import { useForm } from './use-form.ts'

const empty = { accountId: '', words: '' }

/** Giving it to a person: the nearest first, each with how much they hold already. */
export function AssignForm({ detail, onDone, onCancel }: FormProps) {
  const words = useMessages(messages)
  const { id } = detail.matter
  const form = useForm(`staff.assign.${id}`, empty, ({ accountId }) => ({
    handler: accountId ? undefined : words.need.handler,
  }))
  const action = useStaffAction(assignMatter, touched)
  const send = () =>
    form.send(async ({ accountId, words: said }) => {
      const body = { accountId, ...(said.trim() ? { words: said.trim() } : {}) }
      if (!(await action.run({ params: { matterId: id }, body }))) return false
      onDone(words.done.assign)
      return true
    })
  return (
    <ActionForm action="assign" detail={detail} running={action} onSubmit={send} onCancel={onCancel}>
      <HandlerList
        matterId={id}
        value={form.value.accountId}
        error={form.faults.handler}
        onChange={(accountId) => form.change({ accountId })}
      />
      <Labelled id="assign-words" label={words.wordsToHandler} optional>
        <Input
          id="assign-words"
          maxLength={300}
          value={form.value.words}
          onChange={(event) => form.change({ words: event.target.value })}
        />
      </Labelled>
    </ActionForm>
  )
}

type ListProps = {
  readonly matterId: string
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (accountId: string) => void
}

function HandlerList({ matterId, value, error, onChange }: ListProps) {
  const words = useMessages(messages)
  const language = useLanguage()
  const answer = useStaffRoute(listHandlers, { params: { matterId } })
  return (
    <fieldset className="m-choices" aria-describedby={error ? 'handler-error' : undefined}>
      <legend>{words.handlers}</legend>
      <ProblemNote problem={answer.error} again={() => void answer.refetch()} />
      {answer.data?.items.length === 0 && <p>{words.noHandlers}</p>}
      {answer.data?.items.map((person) => (
        <label key={person.id}>
          <input
            type="radio"
            name="handler"
            value={person.id}
            checked={person.id === value}
            onChange={() => onChange(person.id)}
          />
          <span>{personName(person, language)}</span>
          <small>{person.areaName}</small>
          <small className="m-right">{words.openCount(person.openCount)}</small>
        </label>
      ))}
      {error && (
        <p id="handler-error" className="m-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
