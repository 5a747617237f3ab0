import { createHash } from 'node:crypto'
import { check, good, wrong } from '#kernel/server/check.ts'
import type { Context } from '#kernel/server/context.ts'
import { bytesOf } from '#kernel/server/store/store.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { formsOf, keyOf } from './addresses.ts'
import { sampleFiles } from './queries.ts'

const sampleSize = 20

type Row = { id: string; media_type: string; sha256: Buffer }

/** Some of the oldest files and some of the newest: what a disk or a move loses is seldom only one. */
const someFiles = check({
  name: 'photos',
  async run(ctx) {
    const monthAgo = new Date(ctx.now.getTime() - 30 * 86_400_000)
    const values = (after: string) => [ctx.district.id, after, sampleSize]
    const oldest = await ctx.db.rows(sampleFiles, values('00000000-0000-0000-0000-000000000000'))
    const newest = await ctx.db.rows(sampleFiles, values(uuidv7(monthAgo)))
    const rows = [...new Map([...oldest, ...newest].map((row) => [row.id, row])).values()]
    const lost: string[] = []
    for (const row of rows) if (!(await isWhole(ctx, row))) lost.push(row.id)
    const told = `抽查 ${rows.length} 个，${lost.length} 个不对 / looked at, wrong`
    if (lost.length === 0) return good(told)
    return wrong(
      `${told}: ${lost.slice(0, 3).join(', ')}`,
      '从备份或原来的存储找回（yige files move）/ bring them back from a backup or from where they were',
    )
  },
})

async function isWhole(ctx: Context, { id, media_type: mediaType, sha256 }: Row): Promise<boolean> {
  const [form] = formsOf(mediaType)
  const found = form && (await ctx.files.get(keyOf(id, form)))
  return (
    found !== undefined &&
    createHash('sha256')
      .update(await bytesOf(found))
      .digest()
      .equals(sha256)
  )
}

export const checks = [someFiles]
