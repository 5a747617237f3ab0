import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Method } from '#kernel/contract/route.ts'

/** A file waiting beside what it belongs to; `sent` once the server has it. */
export type KeptPhoto = { readonly id: string; readonly blob: Blob; sent: boolean }

export type KeptVoice = KeptPhoto & { readonly seconds: number }

export type KeptProblem = { code: string; message: string; status: number; details?: unknown }

export type OutboxItem = {
  /** UUIDv7, also the idempotency key of the write. */
  readonly id: string
  /** Shape of this record; see SHAPE. */
  readonly shape: number
  readonly method: Method
  readonly path: string
  readonly params: Record<string, string>
  readonly body: unknown
  /** A few words for the list of unsent things. */
  readonly label: string
  readonly photos: KeptPhoto[]
  /** What was said; absent in what older pages kept. */
  readonly voices?: KeptVoice[]
  readonly createdAt: number
  /** When its content was last written: what is mended while it is being sent must not be undone by that. */
  readonly writtenAt: number
  /** The account that was signed in, if one was. */
  readonly owner?: string | undefined
  lastProblem?: KeptProblem | undefined
}

export type Draft = { readonly name: string; readonly savedAt: number; readonly value: unknown }

/** The last answer to a question, for when there is no connection. */
export type KeptAnswer = { readonly name: string; readonly savedAt: number; readonly value: unknown }

interface Stores extends DBSchema {
  outbox: { key: string; value: OutboxItem }
  drafts: { key: string; value: Draft }
  answers: { key: string; value: KeptAnswer }
}

/** Raise when OutboxItem changes; `upgrade` below must then bring what phones hold into the new shape. */
export const SHAPE = 1

type Shelf<Item> = {
  readonly all: () => Promise<Item[]>
  readonly get: (key: string) => Promise<Item | undefined>
  readonly put: (item: Item) => Promise<unknown>
  readonly remove: (key: string) => Promise<unknown>
}

export type PhoneStore = {
  readonly outbox: Shelf<OutboxItem>
  readonly drafts: Shelf<Draft>
  readonly answers: Shelf<KeptAnswer>
}

function shelfIn<Name extends 'outbox' | 'drafts' | 'answers'>(database: IDBPDatabase<Stores>, name: Name) {
  return {
    all: () => database.getAll(name),
    get: (key: string) => database.get(name, key),
    put: (item: Stores[Name]['value']) => database.put(name, item),
    remove: (key: string) => database.delete(name, key),
  }
}

/** For browsers that refuse storage: kept while the page is open, so that sending still works. */
function shelfInMemory<Item>(keyOf: (item: Item) => string): Shelf<Item> {
  const items = new Map<string, Item>()
  return {
    all: async () => [...items.values()],
    get: async (key) => items.get(key),
    put: async (item) => items.set(keyOf(item), item),
    remove: async (key) => items.delete(key),
  }
}

let opened: Promise<PhoneStore> | undefined

async function open(): Promise<PhoneStore> {
  const database = await openDB<Stores>('yige', SHAPE, {
    upgrade(fresh, from) {
      if (from >= 1) return
      fresh.createObjectStore('outbox', { keyPath: 'id' })
      fresh.createObjectStore('drafts', { keyPath: 'name' })
      fresh.createObjectStore('answers', { keyPath: 'name' })
    },
    // A newer page wants to bring the store into a newer shape: let it.
    blocking: (_from, _to, event) => {
      if (event.target instanceof IDBDatabase) event.target.close()
      opened = undefined
    },
    terminated: () => {
      opened = undefined
    },
  })
  return {
    outbox: shelfIn(database, 'outbox'),
    drafts: shelfIn(database, 'drafts'),
    answers: shelfIn(database, 'answers'),
  }
}

/** What this phone keeps until it is sent. */
export function phoneStore(): Promise<PhoneStore> {
  opened ??= open().catch(() => ({
    outbox: shelfInMemory<OutboxItem>((item) => item.id),
    drafts: shelfInMemory<Draft>((draft) => draft.name),
    answers: shelfInMemory<KeptAnswer>((answer) => answer.name),
  }))
  return opened
}
