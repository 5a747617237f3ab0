import type { OutboxItem } from '#kernel/web/phone-store.ts'
import type { Photo } from '#kernel/web/photo.ts'
import { outcomeOf } from './outcome-of.ts'
import type { Outcome } from '../contract.ts'

/** What is being written about a matter; each form uses the parts it asks for. */
export type ActDraft = {
  words: string
  photos: readonly Photo[]
  isPublic: boolean
  outcome: Outcome | undefined
  rightChannel: string
  accountId: string | undefined
  areaId: number | undefined
}

export const emptyDraft: ActDraft = {
  words: '',
  photos: [],
  isPublic: true,
  outcome: undefined,
  rightChannel: '',
  accountId: undefined,
  areaId: undefined,
}

function partOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null
    ? Object.entries(body).find(([key]) => key === name)?.[1]
    : undefined
}

const textOf = (body: unknown, name: string): string => {
  const value = partOf(body, name)
  return typeof value === 'string' ? value : ''
}

/** What an unsent thing holds, to be changed and sent again. */
export function draftOf(item: OutboxItem): ActDraft {
  const { body } = item
  const areaId = partOf(body, 'areaId')
  return {
    words: textOf(body, 'words') || textOf(body, 'reason'),
    photos: item.photos.map(({ id, blob }) => ({ id, blob })),
    isPublic: partOf(body, 'isPublic') === true,
    outcome: outcomeOf(textOf(body, 'outcome')),
    rightChannel: textOf(body, 'rightChannel'),
    accountId: textOf(body, 'accountId') || undefined,
    areaId: typeof areaId === 'number' ? areaId : undefined,
  }
}

/** The subject and words of an unsent new report. */
export function takenOf(item: OutboxItem) {
  return { ...draftOf(item), subject: textOf(item.body, 'subject') }
}
