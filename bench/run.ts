import { optionsOf, WrongUse } from '#apps/cli/outcome.ts'
import { machineFacts } from './machine.ts'
import type { Asked, Scenario } from './scenario.ts'
import { importScenario } from './scenarios/import.ts'
import { lifecycle } from './scenarios/lifecycle.ts'
import { burst } from './scenarios/burst.ts'
import { desk } from './scenarios/desk.ts'
import { page } from './scenarios/page.ts'
import { survival } from './scenarios/survival.ts'

const scenarios = new Map<string, Scenario>([
  ['lifecycle', lifecycle],
  ['survival', survival],
  ['desk', desk],
  ['burst', burst],
  ['import', importScenario],
  ['page', page],
])

const lines = [...scenarios].map(
  ([name, { what, size, sizeOf }]) => `  ${name.padEnd(10)} ${what} (--size ${size} ${sizeOf})`,
)
const usage = `npm run bench -- <scenario> [--size N] [--seconds S] [--clients N] [--url URL] [--profile DIR]

${lines.join('\n')}

The last line of stdout is one JSON object. Data are kept in YIGE_BENCH_DIR (the system's folder for temporary
files when it is not set) and used again for the same size. --profile keeps a CPU profile of the server.
`

function wholeNumber(options: ReadonlyMap<string, string>, name: string, otherwise: number): number {
  const text = options.get(name)
  if (text === undefined) return otherwise
  const value = Number(text.replaceAll(/[_,]/g, ''))
  if (Number.isInteger(value) && value > 0) return value
  throw new WrongUse(`--${name} ${text}: a whole number above 0 is needed`)
}

function askedFor(words: readonly string[]): { name: string; scenario: Scenario; asked: Asked } {
  const { plain, options } = optionsOf(words, ['size', 'seconds', 'clients', 'url', 'profile'])
  const [name = '', ...more] = plain
  const scenario = scenarios.get(name)
  if (!scenario || more.length > 0) throw new WrongUse(name ? `no such scenario: ${plain.join(' ')}` : '')
  const asked: Asked = {
    size: wholeNumber(options, 'size', scenario.size),
    seconds: wholeNumber(options, 'seconds', scenario.seconds),
    clients: wholeNumber(options, 'clients', scenario.clients),
    url: options.get('url'),
    profile: options.get('profile'),
    say: (line) => void process.stdout.write(`${line}\n`),
  }
  return { name, scenario, asked }
}

/** Exit codes: 0 measured, 1 what must hold did not (or the run failed), 2 wrong use. */
async function main(words: readonly string[]): Promise<number> {
  try {
    const { name, scenario, asked } = askedFor(words)
    const { broken = [], ...measured } = await scenario.run(asked)
    for (const line of broken) asked.say(`✗ ${line}`)
    const result = { scenario: name, size: asked.size, ...measured, ...machineFacts() }
    process.stdout.write(`${JSON.stringify({ ...result, broken })}\n`)
    return broken.length > 0 ? 1 : 0
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error
    process.stderr.write(`${error.message}\n\n${usage}`)
    return 2
  }
}

process.exitCode = await main(process.argv.slice(2))
