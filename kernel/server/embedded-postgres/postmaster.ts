import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Account, identityOf, plainEnvironment, runProgram, workingRoot } from './account.ts'
import { type Binaries, programOf } from './binaries.ts'
import { lastLines } from './log-file.ts'
import { canSignal, isAlive, isWorkedIn, workingDirectory } from './processes.ts'

/** A running server as its own postmaster.pid tells it. */
export type Postmaster = { pid: number; host: string; port: number; status: string }

/** What it takes to run the server of one cluster. */
export type Installation = {
  cluster: string
  binaries: Binaries
  account: Account | undefined
  logFile: string
  say: (line: string) => void
}

/** Replaying a long log after a power cut takes minutes; only then has something gone wrong. */
const startPatience = 600_000
const stopPatience = 60_000

/** The live server of this cluster, or undefined. A pid file that names another process is removed. */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const found = readPidFile(cluster)
  if (!found) return undefined
  if (isAlive(found.pid) && isPostmasterOf(found.pid, cluster)) return found
  // A dead server's file stays: PostgreSQL looks itself whether any of its children still hold the shared
  // memory. It only cannot see through an id that exists again, as another program's or as a zombie's.
  // Then we look in its place, that no child of the dead server is still writing.
  if (!canSignal(found.pid)) return undefined
  for (let round = 0; round < 100 && isWorkedIn(cluster); round += 1) await sleep(100)
  if (!isWorkedIn(cluster)) await rm(join(cluster, 'postmaster.pid'), { force: true })
  return undefined
}

/**
 * Starts the server and waits until it takes connections. It gets a session of its own, so that Ctrl-C in the
 * terminal reaches only us and we stop it last.
 */
export async function startPostmaster(installation: Installation): Promise<Postmaster> {
  const deadline = Date.now() + startPatience
  for (;;) {
    const started = await tryStart(installation, deadline)
    if (started) return started
    const lines = await lastLines(installation.logFile)
    // The children of a killed server notice its death a moment later; until then they hold its memory.
    const leaving =
      /pre-existing shared memory block/.test(lines) && Date.now() < deadline - startPatience + 15_000
    if (!leaving) throw startFailure(installation, lines)
    await sleep(100)
  }
}

/** Ends the server: fast shutdown, and by force only when that is not heard. Waits until it is gone. */
export async function endPostmaster(
  { binaries, cluster }: Pick<Installation, 'binaries' | 'cluster'>,
  pid: number,
  patience = stopPatience,
): Promise<void> {
  if (process.platform === 'win32') {
    const seconds = String(Math.ceil(patience / 1000))
    const stop = ['stop', '-D', cluster, '-m', 'fast', '-t', seconds]
    const fast = await runProgram(programOf(binaries, 'pg_ctl'), stop)
    if (fast.code !== 0)
      await runProgram(programOf(binaries, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'immediate'])
    return
  }
  // SIGINT: end connections and write everything out. SIGQUIT: at once, the next start recovers.
  for (const [signal, wait] of [
    ['SIGINT', patience],
    ['SIGQUIT', Math.min(patience, 6_000)],
    ['SIGKILL', 6_000],
  ] as const) {
    if (!sendSignal(pid, signal)) return
    if (await isGoneWithin(pid, wait)) return
  }
}

/** Sends a signal; false when there is no such process. */
export function sendSignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal)
    return true
  } catch {
    return false
  }
}

async function tryStart(installation: Installation, deadline: number): Promise<Postmaster | undefined> {
  const launched =
    process.platform === 'win32' ? await launchByControl(installation) : launchDirectly(installation)
  let sayAt = Date.now() + 3_000
  while (!launched.hasEnded() && Date.now() < deadline) {
    const found = readPidFile(installation.cluster)
    if (found && launched.isServer(found.pid) && found.status === 'ready') return found
    if (Date.now() > sayAt) {
      installation.say('数据库正在恢复上次未写完的数据，请稍候… / The database is recovering, please wait…')
      sayAt = Date.now() + 10_000
    }
    await sleep(10)
  }
  return undefined
}

type Launched = { hasEnded: () => boolean; isServer: (pid: number) => boolean }

function launchDirectly({ cluster, binaries, account, logFile }: Installation): Launched {
  const log = openSync(logFile, 'a', 0o600)
  const child = spawn(programOf(binaries, 'postgres'), ['-D', cluster], {
    ...identityOf(account),
    cwd: workingRoot(),
    env: plainEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  let ended = false
  child.once('exit', () => (ended = true))
  child.once('error', () => (ended = true))
  child.unref()
  return { hasEnded: () => ended, isServer: (pid) => pid === child.pid }
}

/** On Windows through pg_ctl, which gives up administrator rights, with which the server refuses to run. */
async function launchByControl({ cluster, binaries, logFile }: Installation): Promise<Launched> {
  const started = ['start', '-W', '-D', cluster, '-l', logFile]
  const result = await runProgram(programOf(binaries, 'pg_ctl'), started)
  return { hasEnded: () => result.code !== 0, isServer: () => true }
}

function readPidFile(cluster: string): Postmaster | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const [pid = '', , , port = '', socketFolder = '', address = '', , status = ''] = lines
  if (!/^\d+$/.test(pid)) return undefined
  return { pid: Number(pid), host: socketFolder || address, port: Number(port), status: status.trim() }
}

/** A server works in its cluster's folder; where the system does not show that, the id must do. */
function isPostmasterOf(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return true
  return workingDirectory(pid) === cluster
}

async function isGoneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false
    await sleep(5)
  }
  return true
}

function startFailure({ cluster, logFile }: Installation, lines: string): Error {
  return new Error(
    `数据库没能启动（${cluster}）。请检查磁盘空间和内存，看看下面的日志（${logFile}）；也可设置 DATABASE_URL 使用别的数据库。\n` +
      `The database did not start. Check disk space and memory and see the log below (${logFile}); or set DATABASE_URL to use another server.\n${lines}`,
  )
}
