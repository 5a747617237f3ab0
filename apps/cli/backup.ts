import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { BackupError } from '#kernel/server/backup/backup-error.ts'
import { writeBackup } from '#kernel/server/backup/write-backup.ts'
import { readSettings, type Settings } from '#kernel/server/env.ts'
import { open, type Opened, root } from '../server/open.ts'
import { freeName } from './free-name.ts'
import { Refused, takeSwitches, WrongUse } from './outcome.ts'
import type { Printer } from './print.ts'
import { staySmall } from './small-memory.ts'

/** `yige backup [FILE]`: everything into one file, while the server goes on working. */
export async function backup(words: string[], print: Printer): Promise<Record<string, unknown>> {
  const { plain, on } = takeSwitches(words, ['with-secret'])
  const [name, ...more] = plain
  if (more.length > 0) throw new WrongUse('backup [FILE] [--with-secret]')
  const file = await target(name)
  staySmall()
  const settings = readSettings()
  const opened = await open(settings, print.line, { migrate: false, queue: false })
  try {
    return await save(opened, { file, settings, withSecret: on.has('with-secret') }, print)
  } catch (error) {
    if (error instanceof BackupError) throw new Refused(error.message)
    throw error
  } finally {
    await opened.close()
  }
}

/** A file that is there is never written over: it may be the only good backup. */
async function target(name: string | undefined): Promise<string> {
  if (!name) return freeName(path.resolve(`yige-${new Date().toISOString().slice(0, 10)}.backup`))
  const file = path.resolve(name)
  const there = await stat(file).catch(() => undefined)
  if (there) throw new Refused(`${file} 已经有了，请换个名字 / is already there, choose another name`)
  return file
}

type Asked = { file: string; settings: Settings; withSecret: boolean }

async function save(opened: Opened, { file, settings, withSecret }: Asked, print: Printer) {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  const { pool, ground } = opened
  const secretKey = withSecret ? await keptKey(settings) : undefined
  const { files, personalData } = ground
  const began = performance.now()
  print.line(`备份到 ${file} / backing up`)
  const of = { pool, files, personalData, version, secretKey, say: print.line }
  const manifest = await writeBackup(file, of)
  const { size } = await stat(file)
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const seconds = Math.round((performance.now() - began) / 100) / 10
  const megabytes = (size / 1_048_576).toFixed(1)
  print.line(
    `✓ ${manifest.tables.length} 张表、${rows} 行、${manifest.files.count} 个文件，${megabytes} MB，${seconds} 秒 / tables, rows, files`,
  )
  if (withSecret) {
    print.line(
      '  里面有密钥：拿到这个文件的人能读到一切，请锁好 / it holds the secret key: keep it locked away',
    )
  } else {
    print.line(
      `  不含密钥。请另外保存${settings.secretKey ? ' YIGE_SECRET_KEY' : ` ${keyFile(settings)}`}：没有它，居民的姓名电话打不开 / the secret key is not in it: keep it separately, without it sealed data cannot be opened`,
    )
  }
  const tables = Object.fromEntries(manifest.tables.map((table) => [table.name, table.rows]))
  return { file, bytes: size, rows, tables, files: manifest.files.count, secret: withSecret, seconds }
}

const keyFile = (settings: Settings): string => path.join(settings.dataDir, 'secret.key')

const keptKey = async (settings: Settings): Promise<string> =>
  settings.secretKey ?? (await readFile(keyFile(settings), 'utf8')).trim()
