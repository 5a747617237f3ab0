import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Lock } from '#kernel/server/backup/age.ts'
import { BackupError } from '#kernel/server/backup/backup-error.ts'
import { noteBackup } from '#kernel/server/backup/backup-record.ts'
import { writeBackup } from '#kernel/server/backup/write-backup.ts'
import { readSettings, type Settings } from '#kernel/server/env.ts'
import { open, type Opened, root } from '../server/open.ts'
import { lockFrom, lockOptions } from './backup-keys.ts'
import { freeName } from './free-name.ts'
import { Refused, takeOptions, WrongUse } from './outcome.ts'
import type { Printer } from './print.ts'
import { staySmall } from './small-memory.ts'

/** `yige backup [FILE]`: everything into one file, while the server goes on working. */
export async function backup(words: string[], print: Printer): Promise<Record<string, unknown>> {
  const given = takeOptions(words, { values: lockOptions, switches: ['with-secret'] })
  const [name, ...more] = given.plain
  if (more.length > 0)
    throw new WrongUse('backup [FILE] [--with-secret] [--recipient age1… | --passphrase-file FILE]')
  const lock = await lockFrom(given)
  const file = await target(name, lock !== undefined)
  staySmall()
  const settings = readSettings()
  const opened = await open(settings, print.line, { migrate: false, queue: false })
  try {
    return await save(opened, { file, settings, lock, withSecret: given.on.has('with-secret') }, print)
  } catch (error) {
    if (error instanceof BackupError) throw new Refused(error.message)
    throw error
  } finally {
    await opened.close()
  }
}

/** A file that is there is never written over: it may be the only good backup. */
async function target(name: string | undefined, isLocked: boolean): Promise<string> {
  const ending = isLocked ? '.backup.age' : '.backup'
  if (!name) return freeName(path.resolve(`yige-${new Date().toISOString().slice(0, 10)}${ending}`))
  const file = path.resolve(name)
  const there = await stat(file).catch(() => undefined)
  if (there) throw new Refused(`${file} 已经有了，请换个名字 / is already there, choose another name`)
  return file
}

type Asked = { file: string; settings: Settings; lock: Lock | undefined; withSecret: boolean }

async function save(opened: Opened, { file, settings, lock, withSecret }: Asked, print: Printer) {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  const { pool, ground } = opened
  const secretKey = withSecret ? await keptKey(settings) : undefined
  const { files, personalData } = ground
  const began = performance.now()
  print.line(`备份到 ${file} / backing up`)
  const of = { pool, files, personalData, version, secretKey, lock, say: print.line }
  const manifest = await writeBackup(file, of)
  const { size } = await stat(file)
  const isLocked = lock !== undefined
  await noteBackup(pool, { at: new Date(manifest.createdAt), bytes: size, isLocked })
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const seconds = Math.round((performance.now() - began) / 100) / 10
  const megabytes = (size / 1_048_576).toFixed(1)
  print.line(
    `✓ ${manifest.tables.length} 张表、${rows} 行、${manifest.files.count} 个文件，${megabytes} MB，${seconds} 秒 / tables, rows, files`,
  )
  tellOfKeys(settings, { isLocked, withSecret }, print)
  const tables = Object.fromEntries(manifest.tables.map((table) => [table.name, table.rows]))
  return {
    file,
    bytes: size,
    rows,
    tables,
    files: manifest.files.count,
    jobs: manifest.jobs?.count ?? 0,
    secret: withSecret,
    locked: isLocked,
    seconds,
  }
}

function tellOfKeys(
  settings: Settings,
  has: { isLocked: boolean; withSecret: boolean },
  print: Printer,
): void {
  if (has.isLocked) {
    print.line(
      '  已加密：没有口令或私钥谁也打不开，请另外保存好 / encrypted: keep passphrase or secret key elsewhere',
    )
  } else if (has.withSecret) {
    print.line(
      '  里面有密钥：拿到这个文件的人能读到一切，请锁好 / it holds the secret key: keep it locked away',
    )
  } else {
    print.line(
      '  没有加密：居民写的话和照片谁拿到都能看 / not encrypted: whoever has the file reads what residents wrote',
    )
  }
  if (has.withSecret) return
  print.line(
    `  不含密钥。请另外保存${settings.secretKey ? ' YIGE_SECRET_KEY' : ` ${keyFile(settings)}`}：没有它，居民的姓名电话打不开 / the secret key is not in it: keep it separately, without it sealed data cannot be opened`,
  )
}

const keyFile = (settings: Settings): string => path.join(settings.dataDir, 'secret.key')

const keptKey = async (settings: Settings): Promise<string> =>
  settings.secretKey ?? (await readFile(keyFile(settings), 'utf8')).trim()
