import type { District } from '#kernel/server/districts.ts'
import { readSettings } from '#kernel/server/env.ts'
import { runAs } from '#kernel/server/ground.ts'
import { makeFeed, makeFigures, makeSearchable } from '#modules/matters/server/door.ts'
import { open, type Opened } from '../server/open.ts'
import { WrongUse } from './outcome.ts'
import type { Printer } from './print.ts'

type Made = { matters: number; searchable: number; fed: number }

/** Makes anew what can be made from the histories: the figures, and where it is missing the search and the feed. */
export async function recount(words: string[], print: Printer): Promise<Record<string, unknown>> {
  if (words.length > 0) throw new WrongUse('recount 不带参数 / takes no words')
  const opened = await open(readSettings(), print.line, { migrate: true, queue: false })
  try {
    const sums: Made = { matters: 0, searchable: 0, fed: 0 }
    for (const district of await opened.ground.districts.all()) {
      const made = await recountDistrict(opened, district, print)
      sums.matters += made.matters
      sums.searchable += made.searchable
      sums.fed += made.fed
    }
    print.line(`✓ ${sums.matters} 件诉求的数字已重新统计 / figures of ${sums.matters} matters made anew`)
    return sums
  } finally {
    await opened.close()
  }
}

/** The parts stand in transactions of their own: what was made stays made if a later part fails. */
async function recountDistrict({ ground }: Opened, district: District, print: Printer): Promise<Made> {
  const fed = await print.step(`${district.name}：动态顺序 / feed`, () =>
    runAs(ground, { district }, (ctx) => makeFeed(ctx)),
  )
  const searchable = await print.step(`${district.name}：查找 / search`, async () => {
    let made = 0
    let reached: string | undefined
    do {
      const portion = await runAs(ground, { district }, (ctx) => makeSearchable(ctx, reached))
      made += portion.made
      reached = portion.reached
      if (reached && made % 50_000 === 0) print.line(`  ${made}`)
    } while (reached)
    return made
  })
  const matters = await print.step(`${district.name}：数字 / figures`, () =>
    runAs(ground, { district }, (ctx) =>
      makeFigures(ctx, (counted) => counted % 50_000 === 0 && counted > 0 && print.line(`  ${counted}`)),
    ),
  )
  return { matters, searchable, fed }
}
