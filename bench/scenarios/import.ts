import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from '#apps/server/open.ts'
import { openBenchDatabase, removeBenchDatabase } from '../bench-database.ts'
import { rounded } from '../percentiles.ts'
import type { Asked, Measured, Scenario } from '../scenario.ts'
import { versionOf } from './lifecycle.ts'

export const importScenario: Scenario = {
  what: 'a sheet of areas as large as a province, through `yige import areas`',
  size: 55_000,
  sizeOf: 'rows',
  seconds: 1,
  clients: 1,
  run,
}

const name = 'import'

async function run(asked: Asked): Promise<Measured> {
  await removeBenchDatabase(name)
  const database = await openBenchDatabase(name, asked.say)
  try {
    const file = path.join(database.dataDir, 'areas.csv')
    await mkdir(database.dataDir, { recursive: true })
    const sheet = provinceSheet(asked.size)
    await writeFile(file, sheet.join('\n'))
    asked.say(`· ${sheet.length - 1} rows in ${file}`)
    const first = await importOnce(file, database.dataDir)
    asked.say(`· imported in ${first.seconds.toFixed(1)} s`)
    const again = await importOnce(file, database.dataDir)
    asked.say(`· the same once more in ${again.seconds.toFixed(1)} s`)
    const { rows } = await database.pool.query<{ n: number }>('select count(*)::int as n from areas')
    const missing = sheet.length - 1 - (rows[0]?.n ?? 0)
    const milliseconds = rounded(first.seconds * 1000)
    return {
      ops_per_s: rounded((sheet.length - 1) / first.seconds),
      p50_ms: milliseconds,
      p95_ms: milliseconds,
      p99_ms: milliseconds,
      limit_ops_per_s: null,
      ratio: null,
      errors: missing,
      seconds: rounded(first.seconds, 2),
      again_seconds: rounded(again.seconds, 2),
      peak_rss_mb: first.peakMb,
      postgres: await versionOf(database.pool),
      broken: missing === 0 ? [] : [`${missing} rows did not arrive`],
    }
  } finally {
    await database.close()
  }
}

/** Counties with about fifteen streets and three hundred communities each, one row for each area. */
function provinceSheet(rows: number): string[] {
  const lines = ['代码,上级代码,类型,名称']
  const add = (code: string, parent: string, kind: string, own: string): boolean => {
    if (lines.length <= rows) lines.push([code, parent, kind, own].join(','))
    return lines.length <= rows
  }
  for (let county = 0; lines.length <= rows; county += 1) {
    const district = String(410_101 + Math.floor(county / 90) * 100 + (county % 90))
    const top = `${district}000000`
    add(top, '', '区', `第${county + 1}区`)
    for (let street = 1; street <= 15; street += 1) {
      const middle = `${district}${String(street).padStart(3, '0')}000`
      add(middle, top, '街道', `第${street}街道`)
      for (let each = 1; each <= 20; each += 1)
        if (!add(`${middle.slice(0, 9)}${String(200 + each)}`, middle, '社区', `第${each}社区`)) return lines
    }
  }
  return lines
}

/** Runs the command as a person would; the time is all of it, from the start of the process to its end. */
function importOnce(file: string, dataDir: string): Promise<{ seconds: number; peakMb: number }> {
  const began = performance.now()
  const env = { PATH: process.env['PATH'] ?? '', YIGE_DATA_DIR: dataDir, YIGE_LOG_LEVEL: 'warn' }
  const watching = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n'))`
  const early = ['--import', `data:text/javascript,${encodeURIComponent(watching)}`]
  const words = [...early, path.join(root, 'apps/cli/main.ts'), 'import', 'areas', file]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)))
    child.once('error', reject)
    child.once('exit', (code) => {
      const peak = Number(/peak (\d+)/.exec(said)?.[1] ?? 0)
      if (code === 0) resolve({ seconds: (performance.now() - began) / 1000, peakMb: rounded(peak / 1024) })
      else reject(new Error(`the import ended with ${code}:\n${said.slice(-2_000)}`))
    })
  })
}
