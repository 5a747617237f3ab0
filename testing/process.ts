import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = path.resolve(import.meta.dirname, '..')

/** One `yige` command as a process of its own, with what it said. */
export type Started = { child: ChildProcess; said(): string; ended: Promise<number> }

/** Starts `yige` with only the settings given, so that those of the person at the machine do not reach in. */
export function startYige(words: readonly string[], settings: Record<string, string>): Started {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(YIGE_|PORT$|HOST$|DATABASE_URL$|PUBLIC_URL$|NODE_OPTIONS$|VITEST)/.test(name),
  )
  const env = { ...Object.fromEntries(own), HOST: '127.0.0.1', YIGE_LOG_LEVEL: 'error', ...settings }
  const child = spawn(process.execPath, ['--no-warnings', 'apps/cli/main.ts', ...words], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const pieces: string[] = []
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece))
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece))
  const ended = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? 1)))
  return { child, said: () => pieces.join(''), ended }
}

/** Runs `yige` to its end; `result` is the line of JSON that --json makes. */
export async function runYige(words: readonly string[], settings: Record<string, string>) {
  const started = startYige([...words, '--json'], settings)
  const code = await started.ended
  const line = started
    .said()
    .split('\n')
    .findLast((each) => each.startsWith('{'))
  const result: Record<string, unknown> = line ? JSON.parse(line) : {}
  return { code, said: started.said(), result }
}

/** A port nobody listens on, below those the system hands out by itself. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    const free = await new Promise<boolean>((resolve) => {
      const server = createServer()
      server.once('error', () => resolve(false))
      server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
    })
    if (free) return port
  }
}

/** Waits until /readyz says yes. @throws Error with what the process said when it ends or takes too long */
export async function untilReady(url: string, { child, said }: Started, seconds = 180): Promise<void> {
  const until = Date.now() + seconds * 1000
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it ended:\n${said()}`)
    const ready = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    )
    if (ready) return
    await sleep(100)
  }
  throw new Error(`not ready after ${seconds} s:\n${said()}`)
}

export async function stopYige({ child, ended }: Started, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal)
  await ended
}
