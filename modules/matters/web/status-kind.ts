import type { Status } from '../contract.ts'

export type StatusKind = 'quiet' | 'going' | 'good' | 'warn'

const kinds: Record<Status, StatusKind> = {
  received: 'going',
  accepted: 'going',
  in_progress: 'going',
  answered: 'good',
  closed: 'good',
  returned: 'warn',
  merged: 'quiet',
  withdrawn: 'quiet',
}

/** What a status means at a glance; the word always stands beside it. */
export const statusKind = (status: Status): StatusKind => kinds[status]

/** Nobody waits for anything any more. */
export const isOver = (status: Status): boolean =>
  ['closed', 'returned', 'merged', 'withdrawn'].includes(status)
