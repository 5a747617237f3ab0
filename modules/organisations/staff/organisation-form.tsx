import { App, Modal } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { Action } from '#kernel/web/use-action.ts'
import type { Organisation } from '../contract.ts'
import { addOrganisation, changeOrganisation } from '../web/routes.generated.ts'
import { additionOf, changed, contentOf, type Draft, draftOf, emptyDraft } from './organisation-draft.ts'
import {
  CodeField,
  FormFields,
  NameFields,
  PhoneField,
  PlaceFields,
  SinceField,
} from './organisation-fields.tsx'
import { messages } from './organisations.messages.ts'

/** What the server says of the credit code belongs beside its field. */
const creditCodeProblem = 'organisations.credit-code-wrong'
const touched = { invalidates: ['/organisations'] }

/** Registers an organisation. */
export function AddOrganisation(props: {
  area: number | undefined
  kind: Organisation['kind'] | undefined
  onClose: () => void
}) {
  const { add: title, edit: words } = useMessages(messages)
  const { message } = App.useApp()
  const adding = useStaffAction(addOrganisation, touched)
  async function save(draft: Draft): Promise<void> {
    const body = additionOf(draft)
    const added = body && (await adding.run({ body }))
    if (!added) return
    void message.success(words.done(added.name))
    props.onClose()
  }
  return (
    <OrganisationForm
      title={title}
      save={words.save}
      first={{ ...emptyDraft, kind: props.kind, homeAreaId: props.area }}
      action={adding}
      onSave={(draft) => void save(draft)}
      onClose={props.onClose}
      isNew
    />
  )
}

/** Says anew what an organisation is, from today on. */
export function ChangeOrganisation(props: {
  organisation: Organisation
  onDone: (changed: Organisation) => void
  onClose: () => void
}) {
  const { edit: words } = useMessages(messages)
  const { message } = App.useApp()
  const changing = useStaffAction(changeOrganisation, touched)
  async function save(draft: Draft): Promise<void> {
    const body = contentOf(draft)
    const done = body && (await changing.run({ params: { organisationId: props.organisation.id }, body }))
    if (!done) return
    void message.success(words.changed(done.name))
    props.onDone(done)
  }
  return (
    <OrganisationForm
      title={words.change}
      save={words.keep}
      first={draftOf(props.organisation)}
      action={changing}
      onSave={(draft) => void save(draft)}
      onClose={props.onClose}
    />
  )
}

type Props = {
  title: string
  save: string
  first: Draft
  action: Pick<Action<never, unknown>, 'busy' | 'problem' | 'clear'>
  onSave: (draft: Draft) => void
  onClose: () => void
  isNew?: boolean
}

function OrganisationForm({ title, save, first, action, onSave, onClose, isNew = false }: Props) {
  const { edit: words } = useMessages(messages)
  const [draft, setDraft] = useState<Draft>(first)
  const [isChecked, setChecked] = useState(false)
  const change = (part: Partial<Draft>): void => {
    if (part.creditCode !== undefined) action.clear()
    setDraft(changed(draft, part))
  }
  const refused = action.problem?.code === creditCodeProblem ? action.problem.message : undefined
  const fields = { draft, onChange: change, isChecked }
  const submit = (): void => {
    setChecked(true)
    onSave(draft)
  }
  return (
    <Modal
      open
      title={title}
      okText={save}
      cancelText={words.cancel}
      confirmLoading={action.busy}
      onOk={submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {!refused && <ProblemNote problem={action.problem} />}
      <NameFields {...fields} isNew={isNew} />
      <FormFields {...fields} />
      <PlaceFields {...fields} />
      {isNew && <SinceField {...fields} />}
      <CodeField {...fields} refused={refused} />
      <PhoneField {...fields} />
    </Modal>
  )
}
