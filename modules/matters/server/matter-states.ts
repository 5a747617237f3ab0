import type { Action, Status } from '../contract.ts'
import type { MatterState } from './matter-events.ts'

/** From which states each act is possible. */
const possible: Record<Exclude<Action, 'look_at_contact'>, readonly Status[]> = {
  accept: ['received'],
  assign: ['received', 'accepted', 'in_progress'],
  transfer: ['received', 'accepted', 'in_progress'],
  hand_up: ['received', 'accepted', 'in_progress'],
  return: ['received', 'accepted', 'in_progress'],
  note: ['accepted', 'in_progress'],
  answer: ['accepted', 'in_progress'],
  follow_up: ['answered'],
  close: ['answered'],
}

export const mayMove = (status: Status, action: Exclude<Action, 'look_at_contact'>): boolean =>
  possible[action].includes(status)

export const openStatuses = [
  'received',
  'accepted',
  'in_progress',
  'answered',
] as const satisfies readonly Status[]
export const isOpen = (status: Status): boolean => openStatuses.some((open) => open === status)

/** Dissatisfied reporters may reopen within fifteen days of the answer or the closing. */
export const reopenDays = 15
const reopenable: readonly Status[] = ['answered', 'closed', 'returned']
const dayMs = 24 * 3600_000

/** Until when the reporter may reopen; undefined before there is an answer. */
export function reopenUntil(matter: MatterState): Date | undefined {
  if (!reopenable.includes(matter.status)) return undefined
  const from = matter.closed_at ?? matter.answered_at ?? matter.status_at
  return new Date(from.getTime() + reopenDays * dayMs)
}

/** Only while nothing was answered, and only when nobody else reported the same. */
export const mayWithdraw = (matter: MatterState): boolean =>
  isOpen(matter.status) && matter.status !== 'answered' && matter.report_count === 1
