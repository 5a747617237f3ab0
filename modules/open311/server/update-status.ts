import type { Outcome } from '#modules/matters/contract.ts'
import type { TalkRow } from './record-queries.ts'

/** The statuses of mySociety's update extension. */
export const updateStatuses = [
  'OPEN',
  'CLOSED',
  'FIXED',
  'IN_PROGRESS',
  'PLANNED',
  'ACTION_SCHEDULED',
  'INVESTIGATING',
  'DUPLICATE',
  'NOT_COUNCILS_RESPONSIBILITY',
  'NO_FURTHER_ACTION',
  'INTERNAL_REFERRAL',
  'CANCELLED',
  'REOPEN',
  'FOR_TRIAGE',
] as const
export type UpdateStatus = (typeof updateStatuses)[number]

const ended: Record<Outcome, UpdateStatus> = {
  solved: 'FIXED',
  explained: 'NO_FURTHER_ACTION',
  planned: 'PLANNED',
  referred: 'NOT_COUNCILS_RESPONSIBILITY',
}

const ofEvent: Record<Exclude<TalkRow['kind'], 'closed'>, UpdateStatus> = {
  received: 'OPEN',
  accepted: 'INVESTIGATING',
  assigned: 'IN_PROGRESS',
  transferred: 'OPEN',
  handed_up: 'OPEN',
  noted: 'IN_PROGRESS',
  // Answered is not settled: the reporters are asked first.
  answered: 'IN_PROGRESS',
  reopened: 'REOPEN',
  returned: 'NOT_COUNCILS_RESPONSIBILITY',
  withdrawn: 'CANCELLED',
  extended: 'ACTION_SCHEDULED',
  resumed: 'IN_PROGRESS',
  raised: 'IN_PROGRESS',
  decided: 'OPEN',
  subject_changed: 'OPEN',
  merged: 'DUPLICATE',
}

/** What an event of ours is called outside. */
export const statusOf = ({ kind, outcome }: Pick<TalkRow, 'kind' | 'outcome'>): UpdateStatus =>
  kind === 'closed' ? ended[outcome ?? 'explained'] : ofEvent[kind]

/** Ours, as exactly as it is: for clients that keep templates by it. */
export const exactStatusOf = ({ kind, outcome }: Pick<TalkRow, 'kind' | 'outcome'>): string =>
  outcome ? `${kind}.${outcome}` : kind

/** How clients write one: in capitals, `in progress`, `fixed - council`. */
export function statusIn(text: string): UpdateStatus | undefined {
  const plain = text
    .trim()
    .toUpperCase()
    .replace(/ - .*$/, '')
    .replaceAll(/[\s-]+/g, '_')
  return updateStatuses.find((status) => status === plain)
}
