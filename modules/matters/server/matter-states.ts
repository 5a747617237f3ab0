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
  ask: ['accepted', 'in_progress'],
  extend: ['received', 'accepted', 'in_progress'],
  instruct: ['received', 'accepted', 'in_progress', 'answered'],
  dispute: ['received', 'accepted', 'in_progress'],
  decide: ['received', 'accepted', 'in_progress'],
  change_subject: ['received', 'accepted', 'in_progress', 'answered'],
  merge: ['received', 'accepted', 'in_progress'],
  split: ['received', 'accepted', 'in_progress'],
  hide: ['received', 'accepted', 'in_progress', 'answered', 'closed', 'returned'],
  show: ['received', 'accepted', 'in_progress', 'answered', 'closed', 'returned'],
  assess: ['answered', 'closed'],
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

const reopenable: readonly Status[] = ['answered', 'closed', 'returned']
const dayMs = 24 * 3600_000

/** Until when a reporter who is not content may reopen, in days of the answer or the closing; undefined before there is one. */
export function reopenUntil(matter: MatterState, reopenDays: number): Date | undefined {
  if (!reopenable.includes(matter.status)) return undefined
  const from = matter.closed_at ?? matter.answered_at ?? matter.status_at
  return new Date(from.getTime() + reopenDays * dayMs)
}

/** Only while nothing was answered, and only when nobody else reported the same. */
export const mayWithdraw = (matter: Pick<MatterState, 'status' | 'report_count'>): boolean =>
  isOpen(matter.status) && matter.status !== 'answered' && matter.report_count === 1
