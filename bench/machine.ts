import { cpus, loadavg, totalmem } from 'node:os'
import { readdir, readFile } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const mebibyte = 2 ** 20

/** What a figure depends on. */
export function machineFacts() {
  return {
    cores: cpus().length,
    cpu: cpus()[0]?.model ?? '',
    memory_mb: Math.round(totalmem() / mebibyte),
    load_average: loadavg().map((each) => Math.round(each * 10) / 10),
    node: process.versions.node,
    at: new Date().toISOString(),
  }
}

/** Resident memory of a process in MiB, now and at its highest; null where the system does not tell. */
export async function memoryOf(pid: number): Promise<{ now: number | null; peak: number | null }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const read = (name: string): number | null => {
    const found = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]
    return found ? Math.round((Number(found) / 1024) * 10) / 10 : null
  }
  return { now: read('VmRSS'), peak: read('VmHWM') }
}

const ticksPerSecond = 100

type Stat = { pid: number; parent: number; seconds: number }

async function statOf(pid: number): Promise<Stat | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  // The name in brackets may hold spaces; the fields are counted after it.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const ticks = Number(fields[11]) + Number(fields[12])
  return { pid, parent: Number(fields[1]), seconds: ticks / ticksPerSecond }
}

/** Processor seconds a process has used so far; with `children` those of the processes it started and that still live. */
export async function processorSeconds(pid: number, children = false): Promise<number> {
  const own = (await statOf(pid))?.seconds ?? 0
  if (!children) return own
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number)
  const stats = await Promise.all(pids.map(statOf))
  return stats.reduce((sum, stat) => (stat?.parent === pid ? sum + stat.seconds : sum), own)
}

const execute = promisify(execFile)

/** The path of a program, when it can be called. */
export async function programOnPath(name: string): Promise<string | undefined> {
  const found = await execute(process.platform === 'win32' ? 'where' : 'which', [name]).catch(() => undefined)
  return found?.stdout.trim().split('\n')[0] || undefined
}

/** The process that started another one; 0 when that is not known. */
export const parentOf = async (pid: number): Promise<number> => (await statOf(pid))?.parent ?? 0
