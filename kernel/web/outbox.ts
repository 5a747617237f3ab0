import { callLoosely, type CallInput, type Endpoint } from './call.ts'
import { phoneStore, SHAPE, type KeptPhoto, type OutboxItem } from './phone-store.ts'
import { isPassing, ownProblem, Problem } from './problem.ts'
import type { Recording } from './record-voice.ts'
import { upload, uploadVoice } from './upload.ts'
import { uuidv7 } from './uuid.ts'

const MOST_ITEMS = 60
const MOST_BYTES = 60 * 1024 * 1024
const EVERY_MS = 30_000

export type Delivery =
  | { readonly state: 'waiting'; readonly problem?: Problem }
  | { readonly state: 'sent'; readonly answer: unknown }
  | { readonly state: 'refused'; readonly problem: Problem }

const watchers = new Set<() => void>()
const deliveries = new Map<string, Delivery>()
let items: readonly OutboxItem[] = []
let others: BroadcastChannel | undefined
let flushing: Promise<void> | undefined
let owner: string | undefined
let underWay: { readonly id: string; readonly stop: AbortController } | undefined

export const outboxItems = (): readonly OutboxItem[] => items
export const deliveryOf = (id: string): Delivery | undefined => deliveries.get(id)

export function watchOutbox(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

async function readAgain(): Promise<void> {
  items = (await (await phoneStore()).outbox.all()).sort(oldestFirst)
  for (const watcher of watchers) watcher()
}

const oldestFirst = (left: OutboxItem, right: OutboxItem) => left.createdAt - right.createdAt

async function changed(): Promise<void> {
  await readAgain()
  others?.postMessage('changed')
}

const filesOf = (item: Pick<OutboxItem, 'photos' | 'voices'>): readonly KeptPhoto[] => [
  ...item.photos,
  ...(item.voices ?? []),
]

const bytesOf = (item: OutboxItem) =>
  filesOf(item).reduce((sum, photo) => sum + (photo.sent ? 0 : photo.blob.size), 0)

/**
 * Says who uses this phone now. What a person wrote is sent only while they are the one signed in; what was
 * written without signing in is sent at any time.
 */
export function setOutboxOwner(accountId: string): void {
  if (owner === accountId) return
  owner = accountId
  // A round under way may have passed over what is now theirs to send.
  void flush().then(() => flush())
}

export type Enqueued<R> = {
  readonly target: Endpoint<R>
  readonly input: CallInput<R>
  readonly photos?: readonly { id: string; blob: Blob }[]
  readonly voices?: readonly Recording[]
  readonly label: string
  /** Given when what was refused is sent again, mended. */
  readonly id?: string
}

/**
 * Keeps a write on the phone and sends it as soon as there is a connection; resolves to its id once it is
 * kept. The body names photos and recordings by their ids. @throws Problem `outbox.full`
 */
export async function enqueue<R>({
  target,
  input,
  photos = [],
  voices = [],
  label,
  id,
}: Enqueued<R>): Promise<string> {
  await readAgain()
  const item: OutboxItem = {
    id: id ?? uuidv7(),
    shape: SHAPE,
    method: target.method,
    path: target.path,
    params: { ...(input.params as Record<string, string> | undefined) },
    body: input.body,
    label,
    photos: photos.map((photo) => ({ id: photo.id, blob: photo.blob, sent: false })),
    voices: voices.map((voice) => ({ ...voice, sent: false })),
    // Mended, it keeps its place: what came after may build on it.
    createdAt: items.find((one) => one.id === id)?.createdAt ?? Date.now(),
    writtenAt: Date.now(),
    owner,
  }
  const kept = items.reduce((sum, one) => sum + bytesOf(one), bytesOf(item))
  if (items.length >= MOST_ITEMS || kept > MOST_BYTES) throw ownProblem('outbox.full')
  await (await phoneStore()).outbox.put(item)
  stopSending(item.id)
  deliveries.set(item.id, { state: 'waiting' })
  void navigator.storage?.persist?.()
  await changed()
  void flush()
  return item.id
}

/** What is mended or taken out is not sent as it was, if it has not left yet. */
function stopSending(id: string): void {
  if (underWay?.id === id) underWay.stop.abort()
}

export async function removeFromOutbox(id: string): Promise<void> {
  await (await phoneStore()).outbox.remove(id)
  stopSending(id)
  await changed()
}

/** Whether it is kept as it was when its sending began: neither taken out nor mended since. */
async function isUntouched(item: OutboxItem): Promise<boolean> {
  const now = await (await phoneStore()).outbox.get(item.id)
  return now?.writtenAt === item.writtenAt
}

/** What the person took out or mended while it was under way stays as they left it. */
async function keepAgain(item: OutboxItem): Promise<void> {
  if (await isUntouched(item)) await (await phoneStore()).outbox.put(item)
}

async function takeOut(item: OutboxItem): Promise<void> {
  if (await isUntouched(item)) await (await phoneStore()).outbox.remove(item.id)
}

async function sendItem(item: OutboxItem): Promise<unknown> {
  const stop = new AbortController()
  underWay = { id: item.id, stop }
  for (const file of filesOf(item)) {
    if (file.sent) continue
    const send = item.photos.includes(file) ? upload : uploadVoice
    await send(file.blob, file.id, stop.signal)
    file.sent = true
    await keepAgain(item)
    await changed()
  }
  return callLoosely(item, { params: item.params, body: item.body }, { key: item.id, signal: stop.signal })
}

/** A write that the server says it did before, under this or another key, has arrived. */
const saysDone = (problem: Problem) => problem.status === 409 && problem.code.endsWith('already-done')

async function deliver(item: OutboxItem): Promise<'go on' | 'stop' | 'changed'> {
  try {
    const answer = await sendItem(item)
    await takeOut(item)
    deliveries.set(item.id, { state: 'sent', answer })
  } catch (error) {
    if (!(await isUntouched(item))) return 'changed'
    const problem = error instanceof Problem ? error : ownProblem('unreadable')
    if (saysDone(problem)) {
      await takeOut(item)
      deliveries.set(item.id, { state: 'sent', answer: problem.details })
    } else {
      const { code, message, status, details } = problem
      item.lastProblem = { code, message, status, details }
      await keepAgain(item)
      deliveries.set(item.id, { state: isPassing(problem) ? 'waiting' : 'refused', problem })
      if (problem.status === 0) return 'stop'
    }
  } finally {
    await changed()
  }
  return 'go on'
}

const maySend = (item: OutboxItem) => item.owner === undefined || item.owner === owner

export const isRefused = (item: OutboxItem) =>
  item.lastProblem !== undefined &&
  !isPassing(new Problem(item.lastProblem.code, item.lastProblem.message, item.lastProblem.status))

async function sendAll(retryRefused: boolean): Promise<void> {
  await readAgain()
  const tried = new Set<string>()
  for (;;) {
    // Looked up anew each time: what is enqueued meanwhile goes out in the same round.
    const item = items.find((one) => !tried.has(one.id) && maySend(one) && (retryRefused || !isRefused(one)))
    if (!item) return
    tried.add(item.id)
    const outcome = await deliver(item)
    if (outcome === 'stop') return
    if (outcome === 'changed') tried.delete(item.id)
  }
}

/** One tab at a time: without Web Locks two tabs may both send, which the keys make harmless. */
async function alone(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work()
  await navigator.locks.request('yige.outbox', { ifAvailable: true }, async (lock) => {
    if (lock) await work()
  })
}

/** Sends what waits, oldest first. With `retryRefused` also what the server refused before. */
export function flush(retryRefused = false): Promise<void> {
  flushing ??= alone(() => sendAll(retryRefused))
    .catch(() => undefined) // What waits stays kept; the next round tries again.
    .finally(() => {
      flushing = undefined
    })
  return flushing
}

/** Sends at start, when the connection returns, when the page is looked at again, and by a slow timer. */
export function startOutbox(): void {
  if ('BroadcastChannel' in window) {
    others = new BroadcastChannel('yige.outbox')
    others.addEventListener('message', () => void readAgain())
  }
  const tryNow = () => void flush()
  addEventListener('online', tryNow)
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) tryNow()
  })
  setInterval(() => {
    if (items.length > 0 && !document.hidden) tryNow()
  }, EVERY_MS)
  tryNow()
}
