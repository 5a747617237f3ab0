import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { Uploaded } from '#kernel/web/upload.ts'
import type { Outcome } from '../contract.ts'
import { answerMatter } from '../web/routes.generated.ts'
import { ActionForm, touched } from './action-form.tsx'
import type { FormProps } from './form-props.ts'
import { messages } from './actions.messages.ts'
import { Choices } from './choices.tsx'
import { looksPersonal } from './looks-personal.ts'
import { PhotoField } from './photo-field.tsx'
import { TemplatePicker } from './template-picker.tsx'
import { useForm } from './use-form.ts'
import { WordsField } from './words-field.tsx'

type Answer = { outcome: Outcome | ''; words: string; publicWords: string; photos: readonly Uploaded[] }
const empty: Answer = { outcome: '', words: '', publicWords: '', photos: [] }

const isShown = ({ isPublic, matter }: FormProps['detail']): boolean => isPublic && !matter.isHidden

function useAnswer({ detail, onDone }: FormProps) {
  const words = useMessages(messages)
  const { id } = detail.matter
  const wantsPhoto = detail.needsPhoto && !detail.hasEvidence
  const form = useForm(`staff.answer.${id}`, empty, (answer) => ({
    outcome: answer.outcome ? undefined : words.need.outcome,
    words: answer.words.trim() ? undefined : words.need.words,
    photos:
      wantsPhoto && answer.outcome === 'solved' && answer.photos.length === 0 ? words.need.photo : undefined,
  }))
  const action = useStaffAction(answerMatter, touched)
  const send = () =>
    form.send(async ({ outcome, words: said, publicWords, photos }) => {
      if (!outcome) return false
      const shown = isShown(detail) ? publicWords.trim() : ''
      const body = {
        outcome,
        words: said.trim(),
        photoIds: photos.map((photo) => photo.id),
        ...(shown && { publicWords: shown }),
      }
      if (!(await action.run({ params: { matterId: id }, body }))) return false
      onDone(words.done.answer)
      return true
    })
  return { form, action, send, wantsPhoto }
}

/** Answering the reporters: the outcome, what was done or why not, photos where the kind demands one. */
export function AnswerForm(props: FormProps) {
  const words = useMessages(messages)
  const { form, action, send, wantsPhoto } = useAnswer(props)
  return (
    <ActionForm
      action="answer"
      detail={props.detail}
      running={action}
      onSubmit={send}
      onCancel={props.onCancel}
    >
      <Choices
        legend={words.outcome}
        name="outcome"
        options={words.outcomeHints}
        value={form.value.outcome}
        error={form.faults.outcome}
        onChange={(outcome) => form.change({ outcome })}
      />
      <TemplatePicker detail={props.detail} onPick={(picked) => form.change(picked)} />
      <WordsField
        id="answer-words"
        label={words.answerWords}
        hint={words.answerHint}
        most={1000}
        value={form.value.words}
        error={form.faults.words}
        onChange={(text) => form.change({ words: text })}
      />
      {isShown(props.detail) && (
        <PublicWords
          value={form.value.publicWords}
          onChange={(publicWords) => form.change({ publicWords })}
        />
      )}
      <PhotoField
        label={words.photos}
        optional={!(wantsPhoto && form.value.outcome === 'solved')}
        hint={wantsPhoto ? words.evidence : undefined}
        error={form.faults.photos}
        photos={form.value.photos}
        onChange={(photos) => form.change({ photos })}
      />
    </ActionForm>
  )
}

type PublicProps = { readonly value: string; readonly onChange: (text: string) => void }

/** What everybody may read; a number that looks like somebody's is pointed out, the clerk decides. */
function PublicWords({ value, onChange }: PublicProps) {
  const words = useMessages(messages)
  return (
    <>
      <WordsField
        id="answer-public"
        label={words.publicWords}
        hint={words.publicHint}
        most={300}
        optional
        value={value}
        onChange={onChange}
      />
      {looksPersonal(value) && (
        <p className="m-caution" role="alert">
          <Icon name="warning" size={1} />
          {words.looksPersonal}
        </p>
      )}
    </>
  )
}
