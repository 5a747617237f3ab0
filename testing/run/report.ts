import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Outcome } from './outcome.ts'

/**
 * Gives a test program a file for its JSON report and removes it afterwards. `read` gives the report, or undefined
 * when none was written.
 */
export async function withReport<Report>(
  use: (file: string, read: () => Promise<Report | undefined>) => Promise<Outcome>,
): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'yige-tests-'))
  const file = join(folder, 'report.json')
  try {
    return await use(file, () => readReport<Report>(file))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function readReport<Report>(file: string): Promise<Report | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '')
  if (text === '') return undefined
  const report: Report = JSON.parse(text)
  return report
}
