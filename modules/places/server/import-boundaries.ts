import type { ParamsOf, QueryOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import type { Upload } from '#kernel/server/endpoint.ts'
import {
  boundariesFaulty,
  type checkBoundaries as CheckBoundaries,
  type CheckedBoundaries,
  type importBoundaries as ImportBoundaries,
} from '../contract.ts'
import { todayOf } from './as-of.ts'
import { setBoundaries } from './boundary-queries.ts'
import { keepVersions } from './change-areas.ts'
import { checkFile } from './check-boundaries.ts'

type Input<R> = { params: ParamsOf<R>; query: QueryOf<R>; upload: Upload | undefined }

export async function checkBoundaries(
  ctx: Context,
  { params, query, upload }: Input<typeof CheckBoundaries>,
): Promise<CheckedBoundaries> {
  const { answer } = await checkFile(ctx, params, query, upload)
  ctx.audit('places.boundaries-checked', String(params.areaId), { shapes: answer.items.length })
  return answer
}

/** Takes the boundaries of a file from today on; what they were before stays on record. @throws boundariesFaulty */
export async function importBoundaries(
  ctx: Context,
  { params, query, upload }: Input<typeof ImportBoundaries>,
): Promise<{ taken: number; left: number }> {
  const { only, ...matching } = query
  const { shapes } = await checkFile(ctx, params, matching, upload)
  const sound = shapes.filter(({ faults }) => faults.length === 0)
  const left = shapes.length - sound.length
  if (left > 0 && only !== 'sound') throw boundariesFaulty({ faulty: left })

  const rows = sound.map(({ areaId, boundary }) => ({ id: areaId, boundary }))
  await ctx.db.rows(setBoundaries, [ctx.district.id, ctx.now, JSON.stringify(rows)])
  await keepVersions(
    ctx,
    sound.flatMap(({ areaId }) => areaId ?? []),
    todayOf(ctx),
  )
  ctx.audit('places.boundaries-imported', String(params.areaId), { taken: sound.length, left })
  return { taken: sound.length, left }
}
