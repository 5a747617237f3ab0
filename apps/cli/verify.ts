import { readSettings } from '#kernel/server/env.ts'
import { runAs } from '#kernel/server/ground.ts'
import { verifyMatters } from '#modules/matters/server/door.ts'
import { open, type Opened } from '../server/open.ts'
import { Refused, WrongUse } from './outcome.ts'
import type { Printer } from './print.ts'

/** Recounts every district; exit 1 with the findings when something does not hold. */
export async function verify(words: string[], print: Printer): Promise<Record<string, unknown>> {
  if (words.length > 0) throw new WrongUse('verify 不带参数 / takes no words')
  const opened = await open(readSettings(), print.line, { migrate: false, queue: false })
  try {
    return await verifyAll(opened, print)
  } finally {
    await opened.close()
  }
}

/** @throws Refused with the findings. */
export async function verifyAll(opened: Opened, print: Printer): Promise<Record<string, unknown>> {
  const sums = { matters: 0, events: 0, reports: 0 }
  const findings: { what: string; subject: string; district: number }[] = []
  for (const district of await opened.ground.districts.all()) {
    const found = await runAs(opened.ground, { district, mode: 'read' }, (ctx) =>
      verifyMatters(ctx, (checked) => checked % 50_000 === 0 && print.line(`  ${district.name} ${checked}`)),
    )
    sums.matters += found.matters
    sums.events += found.events
    sums.reports += found.reports
    findings.push(...found.findings.map((each) => ({ ...each, district: district.id })))
  }
  for (const { what, subject, district } of findings.slice(0, 20))
    print.line(`  ✗ ${district} ${what} ${subject}`)
  if (findings.length > 0) {
    throw new Refused(`有 ${findings.length} 处对不上 / ${findings.length} do not hold`, {
      ...sums,
      findings,
    })
  }
  const { matters, events, reports } = sums
  print.line(`✓ ${matters} 件、${reports} 条来件、${events} 条历史，全部对得上 / all folds and chains intact`)
  return { ...sums, findings }
}
