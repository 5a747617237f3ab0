import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '#apps/server/open.ts'
import { freePort } from '#testing/process.ts'

export type ServerProcess = {
  port: number
  pid: number
  stop(): Promise<void>
}

type How = { dataDir: string; env?: Record<string, string>; profile?: string | undefined; words?: string[] }

const patience = 120_000

/** Starts the product's own server in a process of its own and waits until it answers. */
export async function startServer(how: How): Promise<ServerProcess> {
  const port = await freePort()
  const profiling = how.profile ? ['--cpu-prof', `--cpu-prof-dir=${path.resolve(how.profile)}`] : []
  const words = how.words ?? ['serve', '--role', 'server']
  // As bin/launch.mjs starts it.
  const memory = '--max-semi-space-size=4'
  const child = spawn(
    process.execPath,
    [memory, ...profiling, path.join(root, 'apps/cli/main.ts'), ...words],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment({ ...how.env, PORT: String(port), YIGE_DATA_DIR: how.dataDir }),
    },
  )
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => said.push(String(text).slice(0, 2_000)))
  await untilReady(child, port, () => said.slice(-20).join(''))
  return { port, pid: child.pid ?? 0, stop: () => end(child) }
}

/** Our own settings must not reach the measured server. */
function environment(own: Record<string, string>): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'NODE_OPTIONS']
  const passed = kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))
  return {
    ...Object.fromEntries(passed),
    HOST: '127.0.0.1',
    // The load says for each call from which address it comes.
    YIGE_TRUST_PROXY: '1',
    YIGE_LOG_LEVEL: 'warn',
    MALLOC_ARENA_MAX: '2',
    ...own,
  }
}

async function untilReady(child: ChildProcess, port: number, said: () => string): Promise<void> {
  const began = performance.now()
  while (performance.now() - began < patience) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${said()}`)
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await sleep(50)
  }
  child.kill('SIGKILL')
  throw new Error(`the server did not get ready in ${patience / 1000} s:\n${said()}`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}
