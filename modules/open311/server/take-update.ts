import type { ProtocolCall } from '#kernel/contract/protocol.ts'
import type { Context } from '#kernel/server/context.ts'
import { reopenReport, replyToMatter, withdrawReport } from '#modules/matters/server/door.ts'
import {
  descriptionMissing,
  keyMayNot,
  requestUnknown,
  statusNotYours,
  updateIdReused,
  valueTooLong,
} from '../contract.ts'
import { handle } from './handle-update.ts'
import { countUse, type UsedKey } from './keys.ts'
import { sentIn } from './parameters.ts'
import { keepPhotos, type ReadyPhotos } from './photos.ts'
import * as queries from './queries.ts'
import { findForUpdate } from './record-queries.ts'
import { hashOf } from './take-request.ts'
import { updateIdOf } from './show-updates.ts'
import { list, type List } from './spark.ts'
import { type Update, updateIn } from './update.ts'

/**
 * POST servicerequestupdates: the reporter's side adds to what the same program posted, the side of an organisation says how it
 * goes with what that organisation holds. The same `update_id` again is taken once.
 */
export async function takeUpdate(ctx: Context, call: ProtocolCall, ready: ReadyPhotos): Promise<List> {
  const sent = await sentIn(call)
  const key = await countUse(ctx, sent, 'update')
  const update = updateIn(sent)
  const hash = hashOf(sent)
  const known = await ctx.db.row(queries.findUpdate, [ctx.district.id, key.id, update.updateId])
  if (known && !known.content_hash.equals(hash)) throw updateIdReused()
  if (known) return answer({ number: update.number, seq: known.seq, at: known.posted_at })

  const matter = await ctx.db.row(findForUpdate, [ctx.district.id, update.number])
  if (!matter) throw requestUnknown()
  await act(ctx, { key, update, matter, photoIds: await keepPhotos(ctx, ready) })
  const after = await ctx.db.row(findForUpdate, [ctx.district.id, update.number])
  const seq = after?.version ?? matter.version
  const row = [ctx.district.id, key.id, update.updateId, hash, matter.id, seq, ctx.now]
  ctx.send(queries.insertUpdate, row)
  ctx.audit('open311.updated', matter.id, { keyId: key.id, status: update.status, seq })
  return answer({ number: update.number, seq, at: ctx.now })
}

const answer = (told: { number: string; seq: number; at: Date }): List =>
  list('request_update', [{ update_id: updateIdOf(told), updated_datetime: told.at.toISOString() }])

type Found = { id: string; organisation_id: string | null }
type Acting = { key: UsedKey; update: Update; matter: Found; photoIds: string[] }

async function act(ctx: Context, acting: Acting): Promise<void> {
  const { key, matter } = acting
  if (key.organisation_id !== null && key.organisation_id === matter.organisation_id)
    return handle(ctx, { ...acting, organisationId: key.organisation_id })
  const own = await ctx.db.row(queries.findOwnReport, [ctx.district.id, key.id, matter.id])
  if (!own) throw keyMayNot()
  await addForReporter(ctx, acting, own.query_code)
}

const mostToReopen = 300

/** What a program may do for the reporter: add, reopen, withdraw. Whether it is settled the reporter says by rating. */
async function addForReporter(ctx: Context, { update, photoIds }: Acting, code: string): Promise<void> {
  const { status, words } = update
  if (status === 'CANCELLED') {
    await withdrawReport(ctx, code)
    return
  }
  if (status !== 'OPEN' && status !== 'REOPEN') throw statusNotYours()
  if (!words) throw descriptionMissing()
  if (status === 'OPEN') {
    await replyToMatter(ctx, code, { words, photoIds })
    return
  }
  if ([...words].length > mostToReopen) throw valueTooLong()
  await reopenReport(ctx, code, { words })
}
