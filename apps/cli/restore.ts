import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { BackupError } from '#kernel/server/backup/backup-error.ts'
import { isSameKey } from '#kernel/server/backup/manifest.ts'
import { openBackup, type OpenBackup } from '#kernel/server/backup/open-backup.ts'
import { restoreBackup } from '#kernel/server/backup/restore-backup.ts'
import { readSettings, type Settings } from '#kernel/server/env.ts'
import { personalDataWith } from '#kernel/server/personal-data.ts'
import { migrationsDir, open } from '../server/open.ts'
import { openerFrom, openerOptions } from './backup-keys.ts'
import { Refused, takeOptions, WrongUse } from './outcome.ts'
import type { Printer } from './print.ts'
import { staySmall } from './small-memory.ts'
import { verifyAll } from './verify.ts'

/** `yige restore FILE`: all digests first, then everything in one transaction, then the recount of `yige verify`. */
export async function restore(words: string[], print: Printer): Promise<Record<string, unknown>> {
  const switches = ['force-empty', 'key-lost']
  const given = takeOptions(words, { values: openerOptions, switches })
  const [file, ...more] = given.plain
  if (!file || more.length > 0) {
    throw new WrongUse(
      'restore FILE [--force-empty] [--key-lost] [--passphrase-file FILE | --identity-file FILE]',
    )
  }
  const opener = await openerFrom(given)
  staySmall()
  try {
    const backup = await print.step('检查备份 / checking the backup', () =>
      openBackup(path.resolve(file), opener, print.line),
    )
    return await load(backup, given.on, print)
  } catch (error) {
    if (error instanceof BackupError) throw new Refused(error.message)
    throw error
  }
}

async function load(backup: OpenBackup, on: ReadonlySet<string>, print: Printer) {
  const settings = readSettings()
  const { manifest } = backup
  print.line(`  ${manifest.createdAt}  ${manifest.districts.map(({ name }) => name).join('、')}`)
  if (!on.has('key-lost')) await settleKey(backup, settings)
  const opened = await open(settings, print.line, { migrate: false, queue: true })
  try {
    const { pool, url, ground } = opened
    const { queue } = ground
    if (!queue) throw new Error('the queue is not open')
    const { files } = ground
    const emptyFirst = on.has('force-empty')
    await print.step('恢复 / restoring', () =>
      restoreBackup(backup, { pool, url, files, queue, migrationsDir, emptyFirst, say: print.line }),
    )
    ground.districts.forget()
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    print.line(
      `✓ ${manifest.tables.length} 张表、${rows} 行、${manifest.files.count} 个文件 / tables, rows, files`,
    )
    const verified = await verifyAll(opened, print)
    const tables = Object.fromEntries(manifest.tables.map((table) => [table.name, table.rows]))
    return { rows, tables, files: manifest.files.count, jobs: manifest.jobs?.count ?? 0, ...verified }
  } finally {
    await opened.close()
  }
}

/**
 * Data sealed with one key and served with another would be lost to its owners without anybody noticing, so the key is
 * compared first. A key inside the backup is put where it belongs when there is none yet.
 */
async function settleKey({ manifest, secretKey }: OpenBackup, settings: Settings): Promise<void> {
  const kept = path.join(settings.dataDir, 'secret.key')
  const own = settings.secretKey ?? (await readFile(kept, 'utf8').catch(() => undefined))?.trim()
  if (own && isSameKey(personalDataWith(own), manifest)) return
  if (!own && secretKey && isSameKey(personalDataWith(secretKey), manifest)) {
    await mkdir(settings.dataDir, { recursive: true })
    await writeFile(kept, secretKey, { mode: 0o600, flag: 'wx' })
    return
  }
  throw new Refused(
    `${own ? '密钥与备份时的不是同一把' : '没有密钥'}，什么都没有改动。请把原来的密钥放到 ${kept}（或设 YIGE_SECRET_KEY）再试；确实丢了，加 --key-lost，居民的姓名电话将打不开 / ${own ? 'the secret key is not the one of the backup' : 'there is no secret key'}, nothing was changed: put the old key there and try again, or add --key-lost, then sealed data stays closed`,
  )
}
