import type { Database, Parameter, Statement } from './database.ts'
import type { District } from './districts.ts'
import type { Topic } from './topic.ts'
import type { PersonalData } from './personal-data.ts'
import type { Store } from './store/store.ts'

/** A role held in an area for a time; the only source of permissions. */
export type ActorPost = {
  readonly id: string
  readonly role: string
  readonly area: number
  readonly areaKind: string
  readonly organisation: string | undefined
  readonly permissions: ReadonlySet<string>
}

export type Actor = {
  /** `system`: jobs, the command line, imports. */
  readonly kind: 'visitor' | 'person' | 'system'
  readonly id: string | undefined
  readonly name: string
  readonly posts: readonly ActorPost[]
}

export const visitor: Actor = { kind: 'visitor', id: undefined, name: '', posts: [] }
export const systemActor: Actor = { kind: 'system', id: undefined, name: 'system', posts: [] }

/** Whether any post of the actor gives the permission. The system may do what its commands do. */
export const may = (actor: Actor, permission: string): boolean =>
  actor.kind === 'system' || actor.posts.some((post) => post.permissions.has(permission))

export type Language = 'zh' | 'en'

/** What is known of the caller besides who it is. */
export type Caller = {
  readonly requestId: string
  readonly language: Language
  /** The address residents reach this district under, without a slash at the end. */
  readonly base: string
  /** A random name the browser keeps, for rate limits only. */
  readonly device: string | undefined
  readonly address: string | undefined
  /** How the browser or client names itself: for telling kinds of device, never kept whole. */
  readonly agent: string
  /** SHA-256 of the session token, when there is one. */
  readonly sessionHash: Buffer | undefined
  /** The client-made id of this write: what it creates takes this id, so that sent twice is done once. */
  readonly key: string | undefined
}

/** Everything a command may use. Made once a request, job or command-line run. */
export type Context = {
  readonly district: District
  readonly actor: Actor
  readonly caller: Caller
  readonly db: Database
  /** A write nobody waits for: it leaves in order with what comes after, and its failure fails the commit. */
  send(what: Statement<unknown>, values: readonly Parameter[]): void
  readonly now: Date
  readonly personalData: PersonalData
  readonly demo: boolean
  /** What a role allows; empty for an unknown one. */
  permissionsOf(role: string): ReadonlySet<string>
  /** The district's files, shared by all servers. */
  readonly files: Store
  /** Every change and every look at masked data is on record. `subject` is the id of what was changed or seen. */
  audit(action: string, subject: string, details?: Record<string, unknown>): void
  /** Enqueues a job in this transaction: it runs only if the transaction commits. */
  later<Payload extends object>(
    topic: Topic<Payload>,
    payload: Payload,
    options?: { after?: Date },
  ): Promise<void>
  /** Sets or clears the browser's session cookie with the answer. */
  setSession(token: string | undefined): void
}

/** The signed-in person's id. Only routes that demand signing in may call it. */
export function personId(ctx: Context): string {
  if (ctx.actor.kind === 'person' && ctx.actor.id) return ctx.actor.id
  throw new Error('a route without sign-in asked who is signed in')
}
