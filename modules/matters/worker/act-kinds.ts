import type { CallInput, Endpoint } from '#kernel/web/call.ts'
import { enqueue } from '#kernel/web/outbox.ts'
import type { MatterDetail } from '../contract.ts'
import {
  answerMatter,
  assignMatter,
  handUpMatter,
  noteMatter,
  returnMatter,
  transferMatter,
} from '../web/routes.generated.ts'
import type { ActDraft } from './act-draft.ts'
import type { ActWords } from './act.messages.ts'

export type ActName = 'note' | 'answer' | 'hand-up' | 'give' | 'transfer' | 'return'

/** Where it is sent, which photos go along, and under which name it waits. */
type Sending = { readonly label: string; readonly id: string | undefined }

export type ActKind = {
  readonly path: string
  readonly title: (words: ActWords) => string
  readonly label: 'note' | 'answer' | 'handUp' | 'give' | 'transfer' | 'return'
  readonly mistakes: (draft: ActDraft, words: ActWords, detail: MatterDetail | undefined) => string[]
  readonly send: (matterId: string, draft: ActDraft, sending: Sending) => Promise<string>
}

const missing = (isMissing: boolean, word: string) => (isMissing ? [word] : [])
const noWords = (draft: ActDraft, words: ActWords) => missing(!draft.words.trim(), words.noWords)
const photoIds = (draft: ActDraft) => draft.photos.map((photo) => photo.id)

function put<R>(
  target: Endpoint<R>,
  input: CallInput<R>,
  draft: ActDraft,
  sending: Sending,
): Promise<string> {
  const { label, id } = sending
  return enqueue({ target, input, photos: draft.photos, label, ...(id !== undefined && { id }) })
}

const note: ActKind = {
  path: noteMatter.path,
  title: (words) => words.noteTitle,
  label: 'note',
  mistakes: noWords,
  send: (matterId, draft, sending) => {
    const body = { words: draft.words.trim(), photoIds: photoIds(draft), isPublic: draft.isPublic }
    return put(noteMatter, { params: { matterId }, body }, draft, sending)
  },
}

/** Whether "solved" still lacks the photo that this kind of matter asks for. */
export const lacksPhoto = (draft: ActDraft, detail: MatterDetail | undefined): boolean =>
  draft.outcome === 'solved' &&
  detail !== undefined &&
  detail.needsPhoto &&
  !detail.hasEvidence &&
  draft.photos.length === 0

const answer: ActKind = {
  path: answerMatter.path,
  title: (words) => words.answerTitle,
  label: 'answer',
  mistakes: (draft, words, detail) => [
    ...missing(!draft.outcome, words.noOutcome),
    ...noWords(draft, words),
    ...missing(lacksPhoto(draft, detail), words.noPhoto),
  ],
  send: (matterId, draft, sending) => {
    const body = {
      words: draft.words.trim(),
      outcome: draft.outcome ?? ('solved' as const),
      photoIds: photoIds(draft),
    }
    return put(answerMatter, { params: { matterId }, body }, draft, sending)
  },
}

const handUp: ActKind = {
  path: handUpMatter.path,
  title: (words) => words.handUpTitle,
  label: 'handUp',
  mistakes: noWords,
  send: (matterId, draft, sending) =>
    put(handUpMatter, { params: { matterId }, body: { reason: draft.words.trim() } }, draft, sending),
}

const give: ActKind = {
  path: assignMatter.path,
  title: (words) => words.giveTitle,
  label: 'give',
  mistakes: (draft, words) => missing(!draft.accountId, words.noPerson),
  send: (matterId, draft, sending) => {
    const said = draft.words.trim()
    const body = { accountId: draft.accountId ?? '', ...(said && { words: said }) }
    return put(assignMatter, { params: { matterId }, body }, draft, sending)
  },
}

const transfer: ActKind = {
  path: transferMatter.path,
  title: (words) => words.transferTitle,
  label: 'transfer',
  mistakes: (draft, words) => [
    ...missing(draft.areaId === undefined, words.noArea),
    ...noWords(draft, words),
  ],
  send: (matterId, draft, sending) => {
    const body = { reason: draft.words.trim(), ...(draft.areaId !== undefined && { areaId: draft.areaId }) }
    return put(transferMatter, { params: { matterId }, body }, draft, sending)
  },
}

const sendBack: ActKind = {
  path: returnMatter.path,
  title: (words) => words.returnTitle,
  label: 'return',
  mistakes: (draft, words) => [
    ...noWords(draft, words),
    ...missing(!draft.rightChannel.trim(), words.noChannel),
  ],
  send: (matterId, draft, sending) => {
    const body = { reason: draft.words.trim(), rightChannel: draft.rightChannel.trim() }
    return put(returnMatter, { params: { matterId }, body }, draft, sending)
  },
}

export const actKinds: Record<ActName, ActKind> = {
  note,
  answer,
  'hand-up': handUp,
  give,
  transfer,
  return: sendBack,
}

export const isActName = (name: string): name is ActName => name in actKinds
