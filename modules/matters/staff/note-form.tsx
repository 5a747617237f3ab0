import { Checkbox } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { Uploaded } from '#kernel/web/upload.ts'
import { noteMatter } from '../web/routes.generated.ts'
import { ActionForm, touched } from './action-form.tsx'
import type { FormProps } from './form-props.ts'
import { messages } from './actions.messages.ts'
import { PhotoField } from './photo-field.tsx'
import { useForm } from './use-form.ts'
import { WordsField } from './words-field.tsx'

const empty = { words: '', photos: [] as readonly Uploaded[], isPublic: true }

function useNote({ detail, onDone }: FormProps) {
  const words = useMessages(messages)
  const { id } = detail.matter
  const form = useForm(`staff.note.${id}`, empty, (note) => ({
    words: note.words.trim() ? undefined : words.need.words,
  }))
  const action = useStaffAction(noteMatter, touched)
  const send = () =>
    form.send(async ({ words: said, photos, isPublic }) => {
      const body = { words: said.trim(), photoIds: photos.map((photo) => photo.id), isPublic }
      if (!(await action.run({ params: { matterId: id }, body }))) return false
      onDone(words.done.note)
      return true
    })
  return { form, action, send }
}

/** How it goes, for colleagues or for the reporter too. */
export function NoteForm(props: FormProps) {
  const words = useMessages(messages)
  const { form, action, send } = useNote(props)
  return (
    <ActionForm
      action="note"
      detail={props.detail}
      running={action}
      onSubmit={send}
      onCancel={props.onCancel}
    >
      <WordsField
        id="note-words"
        label={words.progress}
        most={500}
        value={form.value.words}
        error={form.faults.words}
        onChange={(text) => form.change({ words: text })}
      />
      <PhotoField
        label={words.photos}
        optional
        photos={form.value.photos}
        onChange={(photos) => form.change({ photos })}
      />
      <Checkbox
        checked={form.value.isPublic}
        onChange={(event) => form.change({ isPublic: event.target.checked })}
      >
        {words.isPublic}
      </Checkbox>
    </ActionForm>
  )
}
