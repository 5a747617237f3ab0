import { App, DatePicker, Input, InputNumber, Modal, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { AreaSelect } from '#modules/places/web/door.tsx'
import { roleWords } from '../web/role-words.messages.ts'
import { addContactLink, listPosts } from '../web/routes.generated.ts'
import { messages } from './contact-links.messages.ts'

type Draft = {
  accountId: string | undefined
  areaId: number | undefined
  perWeek: number
  note: string
  validFrom: string | undefined
}
type FieldProps = { draft: Draft; onChange: (part: Partial<Draft>) => void; isChecked: boolean }

/** Links somebody with a post to an area. */
export function AddContactLink({ area, onClose }: { area: number | undefined; onClose: () => void }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [isChecked, setChecked] = useState(false)
  const [draft, setDraft] = useState<Draft>({
    accountId: undefined,
    areaId: area,
    perWeek: 1,
    note: '',
    validFrom: undefined,
  })
  const adding = useStaffAction(addContactLink, { invalidates: ['/contact-links'] })
  async function save(): Promise<void> {
    setChecked(true)
    const { accountId, areaId, perWeek, note, validFrom } = draft
    if (!accountId || !areaId) return
    const body = {
      accountId,
      areaId,
      perWeek,
      ...(note.trim() && { note: note.trim() }),
      ...(validFrom && { validFrom }),
    }
    const added = await adding.run({ body })
    if (!added) return
    void message.success(words.done(added.name))
    onClose()
  }
  const fields = { draft, isChecked, onChange: (part: Partial<Draft>) => setDraft({ ...draft, ...part }) }
  return (
    <Modal
      open
      title={words.add}
      okText={words.save}
      cancelText={words.cancel}
      confirmLoading={adding.busy}
      onOk={() => void save()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <ProblemNote problem={adding.problem} />
      <WhoAndWhere {...fields} />
      <HowOften {...fields} />
    </Modal>
  )
}

/** Each holder of a post once, with what they are. */
function useHolders() {
  const roles = useMessages(roleWords)
  const posts = useStaffRoute(listPosts, { query: {} }).data?.items ?? []
  const byAccount = new Map(posts.toReversed().map((post) => [post.accountId, post]))
  return [...byAccount.values()].toReversed().map(({ accountId, holder, areaName, role }) => ({
    value: accountId,
    label: `${holder}（${areaName} ${roles[role]}）`,
  }))
}

function WhoAndWhere({ draft, onChange, isChecked }: FieldProps) {
  const words = useMessages(messages)
  const holders = useHolders()
  return (
    <>
      <Labelled
        id="link-person"
        label={words.person}
        hint={words.personHint}
        error={isChecked && !draft.accountId ? words.personMissing : undefined}
      >
        <Select
          id="link-person"
          showSearch={{ optionFilterProp: 'label' }}
          {...(draft.accountId && { value: draft.accountId })}
          onChange={(accountId: string) => onChange({ accountId })}
          options={holders}
          style={{ width: '100%' }}
        />
      </Labelled>
      <Labelled
        id="link-area"
        label={words.area}
        error={isChecked && !draft.areaId ? words.areaMissing : undefined}
      >
        <AreaSelect id="link-area" value={draft.areaId} onChange={(areaId) => onChange({ areaId })} />
      </Labelled>
    </>
  )
}

function HowOften({ draft, onChange }: FieldProps) {
  const words = useMessages(messages)
  return (
    <>
      <Labelled id="link-per-week" label={words.perWeek}>
        <InputNumber
          id="link-per-week"
          min={0}
          max={7}
          precision={0}
          value={draft.perWeek}
          onChange={(perWeek) => onChange({ perWeek: perWeek ?? 0 })}
          style={{ width: '100%' }}
        />
      </Labelled>
      <Labelled id="link-since" label={words.since} optional>
        <DatePicker
          id="link-since"
          value={draft.validFrom ? dayjs(draft.validFrom) : null}
          maxDate={dayjs()}
          onChange={(day) => onChange({ validFrom: day?.format('YYYY-MM-DD') })}
          style={{ width: '100%' }}
        />
      </Labelled>
      <Labelled id="link-note" label={words.note} optional>
        <Input
          id="link-note"
          maxLength={200}
          value={draft.note}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      </Labelled>
    </>
  )
}
