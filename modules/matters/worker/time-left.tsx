import { Badge } from '#kernel/ui/badge/badge.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import type { MatterSummary } from '../contract.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { statusKind } from '../web/status-kind.ts'

const RUNNING = ['received', 'accepted', 'in_progress']

/** Whether its clock still runs for whoever handles it. */
export const isRunning = (matter: MatterSummary): boolean => RUNNING.includes(matter.status)

/** Past its time by now, though the list may have been kept for a while. */
export const isLate = (matter: MatterSummary): boolean =>
  isRunning(matter) && (matter.isOverdue || new Date(matter.dueAt).getTime() < Date.now())

/** "还剩 5 小时" or "超期 2 天" with its shape; for what was answered, its state. */
export function TimeLeft({ matter }: { matter: MatterSummary }) {
  const dates = useDates()
  const words = matterWords[useLanguage()]
  if (!isRunning(matter)) return <Badge kind={statusKind(matter.status)}>{words.status[matter.status]}</Badge>
  const kind = isLate(matter) ? 'late' : matter.isDueSoon ? 'warn' : 'going'
  return <Badge kind={kind}>{dates.remaining(matter.dueAt)}</Badge>
}
