import { Checkbox } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { splitMatter } from '../web/routes.generated.ts'
import { ActionForm, touched } from './action-form.tsx'
import { messages as acts } from './actions.messages.ts'
import { AreaField } from './area-field.tsx'
import { Choices } from './choices.tsx'
import type { FormProps } from './form-props.ts'
import { messages } from './merge-split.messages.ts'
import { SplitPart, SplitReports, type Splitting } from './split-fields.tsx'
import { SubjectField } from './subject-field.tsx'
import { useForm } from './use-form.ts'
import { WordsField } from './words-field.tsx'

/** Who reported it, those who took it back left out. */
const standingReports = ({ reports }: FormProps['detail']) => reports.filter((report) => !report.isWithdrawn)

const faultsOf = (value: Splitting, count: number, { need }: (typeof messages)['zh']) => ({
  reports: isSplittable(value, count) ? undefined : need.reports,
  part: value.way === 'words' && !value.part.trim() ? need.part : undefined,
  subject: value.subject ? undefined : need.subject,
  area: value.isElsewhere && !value.area ? need.area : undefined,
  reason: value.reason.trim() ? undefined : need.reason,
})

const isSplittable = ({ way, reportIds }: Splitting, count: number): boolean =>
  way === 'words' ? reportIds.length === 1 : reportIds.length > 0 && reportIds.length < count

function bodyOf({ way, reportIds, part, subject, isElsewhere, area, reason }: Splitting) {
  return {
    reportIds: [...reportIds],
    subject,
    reason: reason.trim(),
    ...(way === 'words' && { words: part.trim() }),
    ...(isElsewhere && area && { areaId: area.id }),
  }
}

function useSplitting({ detail, onDone }: FormProps) {
  const words = useMessages(messages)
  const { done } = useMessages(acts)
  const { id } = detail.matter
  const reports = standingReports(detail)
  const [only] = reports
  const empty: Splitting = {
    way: reports.length > 1 ? 'reports' : 'words',
    reportIds: reports.length === 1 && only ? [only.id] : [],
    part: '',
    subject: '',
    isElsewhere: false,
    area: undefined,
    reason: '',
  }
  const form = useForm(`staff.split.${id}`, empty, (value) => faultsOf(value, reports.length, words))
  const action = useStaffAction(splitMatter, touched)
  const send = () =>
    form.send(async (value) => {
      const answer = await action.run({ params: { matterId: id }, body: bodyOf(value) })
      if (!answer) return false
      onDone(`${done.split} ${answer.made.number}`)
      return true
    })
  return { form, action, send, reports }
}

/** One was two: some of the reports go over, or a part of what one person said. */
export function SplitForm(props: FormProps) {
  const words = useMessages(messages)
  const { form, action, send, reports } = useSplitting(props)
  const { value, change, faults } = form
  return (
    <ActionForm
      action="split"
      detail={props.detail}
      what={words.splitWhat}
      running={action}
      onSubmit={send}
      onCancel={props.onCancel}
    >
      {reports.length > 1 && (
        <Choices
          legend={words.how}
          name="way"
          options={words.ways}
          value={value.way}
          onChange={(way) => change({ way, reportIds: [] })}
        />
      )}
      {value.way === 'reports' ? (
        <SplitReports reports={reports} value={value} error={faults.reports} onChange={change} />
      ) : (
        <SplitPart reports={reports} value={value} faults={faults} onChange={change} />
      )}
      <WhatAndWhere form={form} />
      <WordsField
        id="split-reason"
        label={words.splitReason}
        most={300}
        value={value.reason}
        error={faults.reason}
        onChange={(reason) => change({ reason })}
      />
    </ActionForm>
  )
}

function WhatAndWhere({
  form: { value, change, faults },
}: {
  form: ReturnType<typeof useSplitting>['form']
}) {
  const words = useMessages(messages)
  return (
    <>
      <SubjectField
        legend={words.subject}
        changeName={words.change}
        value={value.subject}
        error={faults.subject}
        onChange={(subject) => change({ subject })}
      />
      <Checkbox
        className="m-tick"
        checked={value.isElsewhere}
        onChange={(event) => change({ isElsewhere: event.target.checked })}
      >
        {words.otherPlace}
      </Checkbox>
      {value.isElsewhere && (
        <AreaField
          legend={words.area}
          changeName={words.changeArea}
          area={value.area}
          error={faults.area}
          onChange={(area) => change({ area })}
        />
      )}
    </>
  )
}
