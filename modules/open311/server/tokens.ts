import { randomInt } from 'node:crypto'
import type { Context } from '#kernel/server/context.ts'
import { tokenUnknown } from '../contract.ts'
import { findByToken } from './queries.ts'
import { list, type List } from './spark.ts'

// No letters that look alike; the first is a letter, so that no client takes it for a number. 30^20 cannot be guessed.
const letters = 'abcdefghjkmnpqrstvwxyz23456789'
const plainLetters = 22
const length = 20

export const newToken = (): string =>
  Array.from({ length }, (_, index) => letters[randomInt(index === 0 ? plainLetters : letters.length)]).join(
    '',
  )

/** GET tokens/{token}. @throws tokenUnknown */
export async function readToken(ctx: Context, token: string): Promise<List> {
  const found = await ctx.db.row(findByToken, [ctx.district.id, token])
  if (!found) throw tokenUnknown()
  return list('request', [{ service_request_id: found.number, token }])
}
