import { Button, Checkbox, Input } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { Uploaded } from '#kernel/web/upload.ts'
import { takeReport } from '../web/routes.generated.ts'
import { touched } from './action-form.tsx'
import { AreaField } from './area-field.tsx'
import type { PickedArea } from './area-picker.tsx'
import { Choices } from './choices.tsx'
import { PhotoField } from './photo-field.tsx'
import { SubjectField } from './subject-field.tsx'
import { messages } from './take-report.messages.ts'
import type { Taken } from './taken.ts'
import { useForm } from './use-form.ts'
import { WordsField } from './words-field.tsx'

type Report = {
  channel: 'phone' | 'counter' | 'visit' | ''
  area: PickedArea | undefined
  subject: string
  words: string
  contactName: string
  contactPhone: string
  isPrivate: boolean
  photos: readonly Uploaded[]
}
const empty: Report = {
  channel: 'phone',
  area: undefined,
  subject: '',
  words: '',
  contactName: '',
  contactPhone: '',
  isPrivate: false,
  photos: [],
}

const withoutSpaces = (text: string) => text.replace(/[\s-]/g, '')
const isPhone = (text: string) => /^(1[3-9]\d{9}|0\d{9,11})$/.test(withoutSpaces(text))

const faultsOf = (report: Report, words: (typeof messages)['zh']) => ({
  channel: report.channel ? undefined : words.need.channel,
  area: report.area ? undefined : words.need.place,
  subject: report.subject ? undefined : words.need.subject,
  words: report.words.trim() ? undefined : words.need.words,
  contactPhone: report.contactPhone.trim() && !isPhone(report.contactPhone) ? words.phoneWrong : undefined,
})

/** The contract's body, or nothing while something is missing. */
function bodyOf({ channel, area, subject, words, contactName, contactPhone, isPrivate, photos }: Report) {
  if (!channel || !area) return undefined
  return {
    channel,
    areaId: area.id,
    subject,
    words: words.trim(),
    photoIds: photos.map((photo) => photo.id),
    isPrivate,
    ...(contactName.trim() ? { contactName: contactName.trim() } : {}),
    ...(contactPhone.trim() ? { contactPhone: withoutSpaces(contactPhone) } : {}),
  }
}

type Props = { readonly onTaken: (taken: Taken) => void; readonly onCancel: () => void }

function useTaking(onTaken: Props['onTaken']) {
  const words = useMessages(messages)
  const form = useForm('staff.take-report', empty, (report) => faultsOf(report, words))
  const action = useStaffAction(takeReport, touched)
  const send = () =>
    form.send(async (report) => {
      const body = bodyOf(report)
      const taken = body && (await action.run({ body }))
      if (!taken) return false
      onTaken(taken)
      return true
    })
  return { form, action, send }
}

export function TakeReportForm({ onTaken, onCancel }: Props) {
  const words = useMessages(messages)
  const { form, action, send } = useTaking(onTaken)
  const { value, change } = form
  return (
    <form
      className="m-take"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <WhatFields form={form} />
      <ContactFields value={value} error={form.faults.contactPhone} onChange={change} />
      <PhotoField
        label={words.photos}
        optional
        photos={value.photos}
        onChange={(photos) => change({ photos })}
      />
      <Checkbox checked={value.isPrivate} onChange={(event) => change({ isPrivate: event.target.checked })}>
        {words.isPrivate}
      </Checkbox>
      <ProblemNote problem={action.problem} />
      <div className="m-send">
        <Button type="primary" htmlType="submit" loading={action.busy}>
          {words.send}
        </Button>
        <Button type="text" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}

/** How it came, where, what about, and what was said. */
function WhatFields({ form: { value, change, faults } }: { form: ReturnType<typeof useTaking>['form'] }) {
  const words = useMessages(messages)
  return (
    <>
      <Choices
        legend={words.channel}
        name="channel"
        inRow
        options={words.channels}
        value={value.channel}
        error={faults.channel}
        onChange={(channel) => change({ channel })}
      />
      <AreaField
        legend={words.place}
        changeName={words.changePlace}
        area={value.area}
        error={faults.area}
        onChange={(area) => change({ area })}
      />
      <SubjectField
        legend={words.subject}
        changeName={words.changeSubject}
        value={value.subject}
        error={faults.subject}
        onChange={(subject) => change({ subject })}
      />
      <WordsField
        id="take-words"
        label={words.words}
        hint={words.wordsHint}
        most={1000}
        value={value.words}
        error={faults.words}
        onChange={(text) => change({ words: text })}
      />
    </>
  )
}

type ContactProps = {
  readonly value: Report
  readonly error: string | undefined
  readonly onChange: (part: Partial<Report>) => void
}

function ContactFields({ value, error, onChange }: ContactProps) {
  const words = useMessages(messages)
  return (
    <>
      <Labelled id="take-name" label={words.contactName} optional>
        <Input
          id="take-name"
          maxLength={40}
          autoComplete="off"
          value={value.contactName}
          onChange={(event) => onChange({ contactName: event.target.value })}
        />
      </Labelled>
      <Labelled id="take-phone" label={words.contactPhone} optional hint={words.contactHint} error={error}>
        <Input
          id="take-phone"
          type="tel"
          maxLength={20}
          autoComplete="off"
          value={value.contactPhone}
          onChange={(event) => onChange({ contactPhone: event.target.value })}
        />
      </Labelled>
    </>
  )
}
