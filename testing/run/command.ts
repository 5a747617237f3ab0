import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type CommandResult = { exitCode: number; output: string }

const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url))

const running = new Set<ChildProcess>()

/** Ends whatever is still running, so that an interrupted run leaves no process behind. */
export function stopCommands(): void {
  for (const child of running) child.kill('SIGTERM')
}

/**
 * Runs a script with the Node this process runs on and keeps what it says; `script` is relative to the repository.
 * The exit code is 1 when it could not be started or was ended by a signal.
 */
export function runNode(
  script: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const pieces: string[] = []
    const child = spawn(process.execPath, [script, ...args], {
      cwd: repositoryRoot,
      env: { ...process.env, ...colours(), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    child.stdout.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece))
    child.stderr.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece))
    child.on('error', (error) => {
      running.delete(child)
      resolve({ exitCode: 1, output: `${script} could not be started: ${error.message}\n` })
    })
    child.on('close', (code, signal) => {
      running.delete(child)
      if (signal) pieces.push(`${script} was ended by ${signal}\n`)
      resolve({ exitCode: code ?? 1, output: pieces.join('') })
    })
  })
}

/** A program that writes into a pipe cannot know whether a person reads it in the end. */
function colours(): Record<string, string> {
  return process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }
}
