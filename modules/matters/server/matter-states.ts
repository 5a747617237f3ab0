import type { Action, Status } from '../contract.ts'

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
export const reopenable: readonly Status[] = ['answered', 'closed', 'returned']
