import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/**
 * Is a process with this id running? A zombie counts as dead: in a container whose first process does not
 * collect its children, a killed server stays listed for ever though it holds nothing any more.
 */
export function isAlive(pid: number): boolean {
  const stat = readStat(pid)
  return stat ? stat.state !== 'Z' && stat.state !== 'X' : canSignal(pid)
}

/** Does the id exist for kill(2)? This is the test PostgreSQL makes: true for zombies and recycled ids too. */
export function canSignal(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/**
 * When the process began (clock ticks since boot, on Linux; '' elsewhere). Ids come round again, in
 * containers at every restart, so an id alone does not name a process.
 */
export function startMark(pid: number): string {
  return readStat(pid)?.startedAt ?? ''
}

/** The working directory of a process, or undefined where the system does not tell. */
export function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

/** Does any process work in this folder? Always false where the system does not show that. */
export function isWorkedIn(folder: string): boolean {
  if (process.platform !== 'linux') return false
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return ids.some((id) => workingDirectory(Number(id)) === folder)
}

/** The `code` of a system or PostgreSQL error ('ENOENT', '57P03'), or undefined. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

function readStat(pid: number): { state: string; startedAt: string } | undefined {
  let text: string
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return undefined
  }
  // The second field is the program's name in brackets and may itself hold blanks and brackets.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return { state: fields[0] ?? '', startedAt: fields[19] ?? '' }
}
