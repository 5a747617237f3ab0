import { stopCommands } from './run/command.ts'
import { add, oneFailure, sayCounts, type Outcome } from './run/outcome.ts'
import { readRequest, usage, type CheckRequest } from './run/request.ts'
import type { Step } from './run/steps.ts'

const secondsBetweenSigns = 20

async function main(): Promise<void> {
  const request = readRequest(process.argv.slice(2))
  if (typeof request === 'string') {
    console.error(`${request}\n\n${usage}`)
    process.exitCode = 2
    return
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopCommands()
      process.exit(1)
    })
  }
  const total = add(await runAll(request))
  console.log(sayCounts(total))
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
}

/** Two lanes beside each other, as many as a small machine has cores; a failure stops neither. */
async function runAll(request: CheckRequest): Promise<Outcome[]> {
  const startedAt = new Map<Step, number>()
  const sign = setInterval(() => sayStillRunning(startedAt), secondsBetweenSigns * 1000)
  const lanes = Object.values(Object.groupBy(request.steps, (step) => step.lane))
  const outcomes = await Promise.all(lanes.map((lane) => runLane(lane, request.filters, startedAt)))
  clearInterval(sign)
  return outcomes.flat()
}

async function runLane(
  lane: readonly Step[],
  filters: readonly string[],
  startedAt: Map<Step, number>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const step of lane) {
    startedAt.set(step, performance.now())
    const outcome = await step.run(filters).catch((error: unknown) => oneFailure(`${sayError(error)}\n`))
    say(step, outcome, secondsSince(startedAt.get(step)))
    startedAt.delete(step)
    outcomes.push(outcome)
  }
  return outcomes
}

/** One line for what is well; everything it said for what is not. */
function say(step: Step, outcome: Outcome, seconds: string): void {
  const mark = outcome.failed > 0 ? '✗' : outcome.passed > 0 ? '✓' : '–'
  const counts = step.lane === 'tests' ? `, ${sayCounts(outcome)}` : ''
  const lines = [`${mark} ${step.title}${counts} (${seconds} s)`]
  if (outcome.note) lines.push(outcome.note.replaceAll(/^/gm, '  '))
  if (outcome.failed > 0) lines.push('', outcome.output.trimEnd(), '')
  console.log(lines.join('\n'))
}

function sayStillRunning(startedAt: ReadonlyMap<Step, number>): void {
  const titles = [...startedAt].map(([step, at]) => `${step.title} (${secondsSince(at)} s)`)
  console.log(`… ${titles.join(', ')}`)
}

function secondsSince(at = performance.now()): string {
  return ((performance.now() - at) / 1000).toFixed(1)
}

function sayError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

await main()
