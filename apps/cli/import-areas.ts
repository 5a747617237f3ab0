import type { Context } from '#kernel/server/context.ts'
import { readSettings } from '#kernel/server/env.ts'
import { runAsSystem } from '#kernel/server/ground.ts'
import { openDistrict } from '#modules/matters/server/door.ts'
import { areaColumns, checkAreaRows, importAreas } from '#modules/places/server/door.ts'
import { open, type Opened } from '../server/open.ts'
import { readOwnSheet, refuseMarked } from './import-sheet.ts'
import { Refused } from './outcome.ts'
import type { Printer } from './print.ts'

type Rows = ReturnType<typeof checkAreaRows>['checked']

/** Districts, streets and communities; districts that are not there yet are made. */
export async function importAreasFile(file: string, host: string | undefined, print: Printer) {
  const sheet = await readOwnSheet(file, areaColumns, print)
  const { checked, marks } = checkAreaRows(sheet.rows)
  await refuseMarked(file, sheet, marks, print)
  const opened = await open(readSettings(), print.line, { migrate: true, queue: false })
  try {
    return await importAll(opened, checked, host, print)
  } finally {
    await opened.close()
  }
}

async function importAll(opened: Opened, rows: Rows, host: string | undefined, print: Printer) {
  const byDistrict = Map.groupBy(rows, (row) => Number(row.code.slice(0, 6)))
  const totals = { districts: byDistrict.size, added: 0, unchanged: 0 }
  const began = performance.now()
  const told = progress(rows.length, print)
  // One transaction for the whole file: another district's failure leaves nothing half done.
  await runAsSystem(opened.ground, async (inDistrict) => {
    for (const [id, own] of byDistrict) {
      const root = own.find((row) => row.area.kind === 'district')
      if (!root) throw new Refused(`${id}: 表中没有这个区本身 / the sheet has no row for the district itself`)
      await inDistrict(
        { id, name: root.area.name, hosts: hostsOf(id, byDistrict.size === 1 ? host : undefined) },
        async (ctx: Context) => {
          const before = totals.added + totals.unchanged
          const outcome = await importAreas(ctx, own, (written) => told(before + written))
          await openDistrict(ctx)
          totals.added += outcome.added
          totals.unchanged += outcome.unchanged
          told(totals.added + totals.unchanged)
        },
      )
    }
  })
  const seconds = Math.round((performance.now() - began) / 100) / 10
  print.line(
    `✓ ${totals.districts} 个区，新增 ${totals.added}，已有 ${totals.unchanged}，${seconds} 秒 / districts, added, unchanged, seconds`,
  )
  if (totals.districts === 1)
    print.line(`  网址 / address: http://${hostsOf([...byDistrict.keys()][0] ?? 0, host)[0]}:PORT/`)
  return { ...totals, seconds }
}

const everyRows = 4_000

/** Says every few thousand rows how far it is; many small districts do not make many lines. */
function progress(all: number, print: Printer): (done: number) => void {
  let next = everyRows
  return (done) => {
    if (done < next || all <= everyRows) return
    print.line(`  ${done} / ${all}`)
    next = done - (done % everyRows) + everyRows
  }
}

const hostsOf = (id: number, host: string | undefined): string[] => [
  ...(host ? [host] : []),
  `${id}.localhost`,
]
