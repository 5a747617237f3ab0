import { useMessages } from '#kernel/web/messages.ts'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { listSubjects, readConsent, takeReport } from '../web/routes.generated.ts'
import { touched } from './action-form.tsx'
import { bodyOf, emptyReport, faultsOf } from './take-report-value.ts'
import { messages } from './take-report.messages.ts'
import type { Taken } from './taken.ts'
import { useForm } from './use-form.ts'

/** The form of a report taken down, the questions of its subject, and sending it. */
export function useTaking(onTaken: (taken: Taken) => void) {
  const words = useMessages(messages)
  const subjects = useStaffRoute(listSubjects, {}).data?.groups.flatMap((group) => group.subjects) ?? []
  const consent = useStaffRoute(readConsent, { query: {} }).data
  const form = useForm('staff.counter', emptyReport, (report) =>
    faultsOf(report, subjects.find(({ key }) => key === report.subject)?.questions ?? [], words),
  )
  const subject = subjects.find(({ key }) => key === form.value.subject)
  const action = useStaffAction(takeReport, touched)
  const send = () =>
    form.send(async (report) => {
      const body = bodyOf(report, consent?.version)
      const taken = body && (await action.run({ body }))
      if (!taken) return false
      onTaken(taken)
      return true
    })
  return { form, subject, action, send }
}
export type Taking = ReturnType<typeof useTaking>
