import {
  checkOrganisationRows,
  importOrganisations,
  organisationColumns,
} from '#modules/organisations/server/door.ts'
import { readOwnSheet, refuseMarked } from './import-sheet.ts'
import { inDistrict } from './in-district.ts'
import type { Printer } from './print.ts'

/** Organisations of one district; those registered with the same details stay as they are. */
export async function importOrganisationsFile(file: string, district: string | undefined, print: Printer) {
  const sheet = await readOwnSheet(file, organisationColumns, print)
  const began = performance.now()
  const totals = await inDistrict(district, print, async (ctx) => {
    const checked = await checkOrganisationRows(ctx, sheet.rows)
    await refuseMarked(file, sheet, checked.marks, print)
    const { fresh, unchanged } = checked
    const added = await importOrganisations(ctx, checked, (written) => {
      if (fresh.length > 2_000) print.line(`  ${written} / ${fresh.length}`)
    })
    return { added, unchanged }
  })
  const seconds = Math.round((performance.now() - began) / 100) / 10
  print.line(`✓ 新增 ${totals.added}，已有 ${totals.unchanged}，${seconds} 秒 / added, unchanged, seconds`)
  return { ...totals, seconds }
}
