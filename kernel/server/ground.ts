import type { Logger } from 'pino'
import { type Actor, type Caller, type Context, systemActor } from './context.ts'
import { type Database, type Pool, statement } from './database.ts'
import { type District, type Districts, districtsOf } from './districts.ts'
import type { Queue } from './jobs.ts'
import { type PersonalData, personalDataWith } from './personal-data.ts'
import { type Store, within } from './store/store.ts'
import { inTransaction, type Sending, type TransactionMode } from './transaction.ts'

export type PermissionsOf = (role: string) => ReadonlySet<string>

/** What one process stands on. Holds no state that another server would miss. */
export type Ground = {
  readonly pool: Pool
  readonly districts: Districts
  readonly personalData: PersonalData
  /** All districts' files, each below its number. */
  readonly files: Store
  readonly demo: boolean
  readonly permissionsOf: PermissionsOf
  readonly log: Logger
  /** Absent in short command-line runs that enqueue nothing. */
  queue: Queue | undefined
}

export function groundOn(parts: {
  pool: Pool
  secretKey: string
  files: Store
  demo: boolean
  permissionsOf: PermissionsOf
  log: Logger
}): Ground {
  return {
    pool: parts.pool,
    districts: districtsOf(parts.pool),
    personalData: personalDataWith(parts.secretKey),
    files: parts.files,
    demo: parts.demo,
    permissionsOf: parts.permissionsOf,
    log: parts.log,
    queue: undefined,
  }
}

/** What a district sees of the store. */
export const filesOf = (ground: Ground, district: District): Store =>
  within(ground.files, String(district.id))

type AuditEntry = { action: string; subject: string; details: Record<string, unknown> }

// $1 district, $2 now, $3 kind of actor, $4 actor, $5 roles, $6 request, $7 entries.
const auditRows = `insert into audit_entries (district_id, at, actor_kind, actor_id, roles, request_id, action, subject, details)
   select $1, $2::timestamptz, $3, $4, $5, $6, entry.action, entry.subject, entry.details
   from jsonb_to_recordset($7::jsonb) as entry (action text, subject text, details jsonb)`
const insertAudit = statement('kernel.insert-audit', auditRows)
const insertAuditAndKey = statement(
  'kernel.insert-audit-and-key',
  `with audit as (${auditRows})
   insert into idempotency_keys (district_id, key, payload_hash, answer, at) values ($1, $8, $9, $10, $2::timestamptz)`,
)

const noCaller: Caller = {
  requestId: '',
  language: 'zh',
  base: '',
  device: undefined,
  address: undefined,
  agent: '',
  sessionHash: undefined,
  key: undefined,
}

export type Unit = {
  readonly ctx: Context
  /** Sends the audit entries, and the answer to keep for a repeat; the transaction's commit waits for them. */
  finish(keep?: { hash: Buffer; answer: unknown }): void
  readonly session: { changed: boolean; token: string | undefined }
}

/** Makes the context of one request, job or command on an open transaction. */
export function unitOn(
  ground: Ground,
  on: { district: District; actor: Actor; now: Date; caller?: Caller; sending: Sending },
): Unit {
  const { db, client, send } = on.sending
  const caller = on.caller ?? noCaller
  const entries: AuditEntry[] = []
  const session = { changed: false, token: undefined as string | undefined }
  const ctx: Context = {
    district: on.district,
    actor: on.actor,
    caller,
    db,
    send,
    now: on.now,
    personalData: ground.personalData,
    demo: ground.demo,
    permissionsOf: ground.permissionsOf,
    files: filesOf(ground, on.district),
    audit: (action, subject, details = {}) => void entries.push({ action, subject, details }),
    async later(topic, payload, options = {}) {
      if (!ground.queue) throw new Error(`no job queue is open, cannot enqueue ${topic.name}`)
      await ground.queue.send(client, topic, { district: on.district.id, payload }, options.after)
    },
    setSession(token) {
      session.changed = true
      session.token = token
    },
  }
  const finish: Unit['finish'] = (keep) => sendLast(on, caller, entries, keep)
  return { ctx, finish, session }
}

function sendLast(
  { district, actor, now, sending }: { district: District; actor: Actor; now: Date; sending: Sending },
  { requestId, key }: Caller,
  entries: readonly AuditEntry[],
  keep: { hash: Buffer; answer: unknown } | undefined,
): void {
  if (entries.length === 0 && !keep) return
  const roles = actor.posts.map((post) => `${post.role}@${post.area}`)
  const said = JSON.stringify(entries)
  const audit = [district.id, now, actor.kind, actor.id ?? null, roles, requestId, said]
  if (!keep) sending.send(insertAudit, audit)
  else sending.send(insertAuditAndKey, [...audit, key, keep.hash, JSON.stringify(keep.answer ?? null)])
}

export type RunAs = { district: District; actor?: Actor; now?: Date; mode?: TransactionMode; caller?: Caller }

/** Runs commands outside a request (jobs, command line, imports, seeding) exactly as a request would: one transaction, audited. */
export function runAs<Result>(
  ground: Ground,
  as: RunAs,
  work: (ctx: Context, db: Database) => Promise<Result>,
): Promise<Result> {
  return inTransaction(ground.pool, as.mode ?? 'write', async (sending) => {
    const unit = unitOn(ground, {
      district: as.district,
      actor: as.actor ?? systemActor,
      now: as.now ?? new Date(),
      ...(as.caller && { caller: as.caller }),
      sending,
    })
    const result = await work(unit.ctx, sending.db)
    unit.finish()
    return result
  })
}

export type NewDistrict = { id: number; name: string; hosts: string[] }
type InDistrict = (district: NewDistrict, work: (ctx: Context) => Promise<void>) => Promise<void>

const insertDistrict = statement<{ id: number; name: string; time_zone: string }>(
  'kernel.insert-district',
  `insert into districts (id, name, hosts, is_default, created_at)
   values ($1, $2, $3, not exists (select 1 from districts where is_default), $4)
   on conflict (id) do update set hosts = array(
     select distinct host from unnest(districts.hosts || excluded.hosts) as host order by host)
   returning id, name, time_zone`,
)

/** Work over several districts in one transaction (an import): a district that is not there yet is made. */
export async function runAsSystem(
  ground: Ground,
  work: (inDistrict: InDistrict) => Promise<void>,
): Promise<void> {
  await inTransaction(ground.pool, 'write', async (sending) => {
    const now = new Date()
    await work(async ({ id, name, hosts }, inside) => {
      const row = await sending.db.row(insertDistrict, [id, name, hosts, now])
      if (!row) throw new Error('a district was not made')
      const district = { id: row.id, name: row.name, timeZone: row.time_zone }
      const unit = unitOn(ground, { district, actor: systemActor, now, sending })
      await inside(unit.ctx)
      unit.finish()
    })
  })
  ground.districts.forget()
}
