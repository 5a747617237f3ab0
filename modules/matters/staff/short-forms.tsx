import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { askReporter, hideMatter, instructMatter, showMatter } from '../web/routes.generated.ts'
import { touched } from './action-form.tsx'
import { messages as acts } from './actions.messages.ts'
import type { FormProps } from './form-props.ts'
import { messages } from './loop-forms.messages.ts'
import { OneTextForm } from './one-text-form.tsx'

/** Asking the reporter: the clock stands still, and the form says until when. */
export function AskForm(props: FormProps) {
  const words = useMessages(messages)
  const { done } = useMessages(acts)
  const dates = useDates()
  const action = useStaffAction(askReporter, touched)
  const { matter, foreseen } = props.detail
  async function send(text: string): Promise<boolean> {
    if (!(await action.run({ params: { matterId: matter.id }, body: { words: text } }))) return false
    props.onDone(done.ask)
    return true
  }
  return (
    <OneTextForm
      {...props}
      action="ask"
      label={words.question}
      hint={words.questionHint}
      most={300}
      need={words.need.question}
      what={foreseen.askUntil ? words.askWhat(dates.whole(foreseen.askUntil)) : words.askLate}
      running={action}
      onSend={send}
    />
  )
}

/** What the level that supervises demands. */
export function InstructForm(props: FormProps) {
  const words = useMessages(messages)
  const { done } = useMessages(acts)
  const action = useStaffAction(instructMatter, touched)
  async function send(text: string): Promise<boolean> {
    const params = { matterId: props.detail.matter.id }
    if (!(await action.run({ params, body: { words: text } }))) return false
    props.onDone(done.instruct)
    return true
  }
  return (
    <OneTextForm
      {...props}
      action="instruct"
      label={words.instruction}
      hint={words.instructionHint}
      most={500}
      need={words.need.words}
      running={action}
      onSend={send}
    />
  )
}

/** Off the public pages; the reporter sees it as before. */
export function HideForm(props: FormProps) {
  const words = useMessages(messages)
  const { done } = useMessages(acts)
  const action = useStaffAction(hideMatter, touched)
  async function send(reason: string): Promise<boolean> {
    if (!(await action.run({ params: { matterId: props.detail.matter.id }, body: { reason } }))) return false
    props.onDone(done.hide)
    return true
  }
  return (
    <OneTextForm
      {...props}
      action="hide"
      label={words.hideReason}
      most={300}
      need={words.need.reason}
      what={words.hideWhat}
      running={action}
      onSend={send}
    />
  )
}

export function ShowForm(props: FormProps) {
  const words = useMessages(messages)
  const { done } = useMessages(acts)
  const action = useStaffAction(showMatter, touched)
  async function send(reason: string): Promise<boolean> {
    if (!(await action.run({ params: { matterId: props.detail.matter.id }, query: { reason } }))) return false
    props.onDone(done.show)
    return true
  }
  return (
    <OneTextForm
      {...props}
      action="show"
      label={words.showReason}
      most={300}
      need={words.need.reason}
      what={words.showWhat}
      running={action}
      onSend={send}
    />
  )
}
