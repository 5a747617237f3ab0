import { readFile } from 'node:fs/promises'
import { readSettings } from '#kernel/server/env.ts'
import { runAs } from '#kernel/server/ground.ts'
import { verifyMatters } from '#modules/matters/server/door.ts'
import type { Proof } from '#modules/transparency/contract.ts'
import { faultsOf, verifyLog } from '#modules/transparency/server/door.ts'
import { open, type Opened } from '../server/open.ts'
import { optionsOf, Refused, WrongUse } from './outcome.ts'
import type { Printer } from './print.ts'

/**
 * Recounts every district; exit 1 with the findings when something does not hold. With `--proof FILE` it checks that one proof
 * and needs no database.
 */
export async function verify(words: string[], print: Printer): Promise<Record<string, unknown>> {
  const { plain, options } = optionsOf(words, ['proof'])
  if (plain.length > 0) throw new WrongUse('verify [--proof FILE]')
  const proof = options.get('proof')
  if (proof) return verifyProof(proof, print)
  const opened = await open(readSettings(), print.line, { migrate: false, queue: false })
  try {
    return await verifyAll(opened, print)
  } finally {
    await opened.close()
  }
}

async function verifyProof(file: string, print: Printer): Promise<Record<string, unknown>> {
  const proof = readProof(await readFile(file, 'utf8').catch(() => undefined), file)
  const faults = faultsOf(proof)
  if (faults.length > 0)
    throw new Refused(`这份证明不成立 / the proof does not hold: ${faults.join(', ')}`, { faults })
  const { leaf, head } = proof
  print.line(`✓ 公开账目 ${head.size} 条里的第 ${leaf + 1} 条，${head.publishedAt} 签字发布`)
  print.line(`  entry ${leaf + 1} of ${head.size}, signed and published ${head.publishedAt}`)
  print.line(`  公钥 / public key ${proof.publicKey}`)
  return { leaf, size: head.size, publishedAt: head.publishedAt, publicKey: proof.publicKey, faults }
}

function readProof(text: string | undefined, file: string): Proof {
  if (text === undefined) throw new WrongUse(`读不到文件 / cannot read ${file}`)
  try {
    const proof: Proof = JSON.parse(text)
    if (proof.format === 'yige-proof-1') return proof
  } catch {
    // Told below like any other file that is no proof.
  }
  throw new Refused(`不是收件证明 / not a proof: ${file}`, { faults: ['format'] })
}

type Finding = { what: string; subject: string; district: number }

/** @throws Refused with the findings. */
export async function verifyAll(opened: Opened, print: Printer): Promise<Record<string, unknown>> {
  const sums = { matters: 0, events: 0, reports: 0, figures: 0, heads: 0 }
  const findings: Finding[] = []
  for (const district of await opened.ground.districts.all()) {
    const found = await runAs(opened.ground, { district, mode: 'read' }, async (ctx) => {
      const told = (checked: number): void => {
        if (checked % 50_000 === 0) print.line(`  ${district.name} ${checked}`)
      }
      const matters = await verifyMatters(ctx, told)
      const log = await verifyLog(ctx)
      return { ...matters, heads: log.heads, findings: [...matters.findings, ...log.findings] }
    })
    sums.matters += found.matters
    sums.events += found.events
    sums.reports += found.reports
    sums.figures += found.figures
    sums.heads += found.heads
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
  const { matters, events, reports, figures, heads } = sums
  print.line(
    `✓ ${matters} 件、${reports} 条来件、${events} 条历史、${figures} 行数字、${heads} 次公开账目，全部对得上 / all folds, chains, figures and published roots intact`,
  )
  return { ...sums, findings }
}
