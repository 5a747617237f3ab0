import type { BodyOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { reachedArea } from '#modules/places/server/door.ts'
import type * as contract from '../contract.ts'
import { answersTo } from './answers.ts'
import { summaryOf } from './list-summary.ts'
import { joinNear } from './public-pages.ts'
import { receive, type Said } from './receive.ts'

/** A report taken down by staff, in an area of their post; what the subject asks is asked here too. */
export async function takeReport(ctx: Context, body: BodyOf<typeof contract.takeReport>) {
  const place = await reachedArea(ctx, 'matters.take', body.areaId)
  const { areaId: _areaId, joins, answers, ...told } = body
  const mayBeOpen = joins !== undefined || answers === undefined
  const said: Said = {
    ...told,
    place,
    isPrivate: body.isPrivate ?? false,
    answers: await answersTo(ctx, body.subject, answers ?? {}, { mayBeOpen }),
  }
  const { matter, report, code } = joins ? await joinNear(ctx, said, joins) : await receive(ctx, said)
  return { matter: await summaryOf(ctx, matter.id), reportId: report.id, code }
}
