import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode, isAlive, startMark } from './processes.ts'

const lockPatience = 180_000
/** A lock file is created and then written: an empty one is somebody between the two, unless it is old. */
const emptyLockPatience = 5_000

/**
 * Runs `work` while no other process runs under the same lock file. A lock whose holder is dead is taken
 * over. The lock only keeps starts and stops in order; that two servers never share one data directory is
 * PostgreSQL's own guarantee.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + lockPatience
  while (!(await takeLock(file))) {
    if (Date.now() > deadline) {
      throw new Error(
        `另一个进程一直在启动或停止数据库。请看看它是否卡住；确认没有后删除 ${file} 再试。\n` +
          `Another process has been starting or stopping the database for minutes. If none is, delete ${file} and try again.`,
      )
    }
    await sleep(20)
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

/** Writes down that this process uses the database. Returns the file, to be given to `withdraw`. */
export function register(usersDirectory: string): string {
  const file = join(usersDirectory, `${process.pid}-${randomBytes(4).toString('hex')}`)
  writeFileSync(file, claim())
  return file
}

/** Takes this process's entry away; synchronous so that it can run while the process exits. */
export function withdraw(file: string): void {
  rmSync(file, { force: true })
}

/** How many live processes use the database; entries of dead ones are removed on the way. */
export function countUsers(usersDirectory: string): number {
  let count = 0
  for (const name of readdirSync(usersDirectory)) {
    const file = join(usersDirectory, name)
    if (isHeld(readOrEmpty(file))) count += 1
    else rmSync(file, { force: true })
  }
  return count
}

function claim(): string {
  return `${process.pid} ${startMark(process.pid)}`
}

function isHeld(text: string): boolean {
  const [pid = '', mark = ''] = text.trim().split(' ')
  if (!/^\d+$/.test(pid) || !isAlive(Number(pid))) return false
  const now = startMark(Number(pid))
  return mark === '' || now === '' || mark === now
}

async function takeLock(file: string): Promise<boolean> {
  try {
    await writeFile(file, claim(), { flag: 'wx' })
    return true
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
  await removeIfAbandoned(file)
  return false
}

async function removeIfAbandoned(file: string): Promise<void> {
  const seen = await readFile(file, 'utf8').catch(() => undefined)
  if (seen === undefined || isHeld(seen)) return
  if (seen === '' && (await ageOf(file)) < emptyLockPatience) return
  // Between reading and removing, someone else may have taken the lock over: move it, look again, give it back.
  const aside = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`
  await rename(file, aside).catch(() => undefined)
  const taken = await readFile(aside, 'utf8').catch(() => undefined)
  if (taken !== undefined && taken !== seen) await link(aside, file).catch(() => undefined)
  await rm(aside, { force: true })
}

async function ageOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined)
  return found ? Date.now() - found.mtimeMs : 0
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
