import { runBrowserTests } from './browser-tests.ts'
import { runNode } from './command.ts'
import { asOneCheck, type Outcome } from './outcome.ts'
import { runUnitTests } from './unit-tests.ts'

export type Step = {
  name: string
  title: string
  /** Steps of one lane run one after the other; the lanes run beside each other. */
  lane: 'tests' | 'source'
  run: (filters: readonly string[]) => Promise<Outcome>
}

export const steps: readonly Step[] = [
  source('format', 'format', () => node('node_modules/oxfmt/bin/oxfmt', '--check')),
  source('lint', 'lint', () =>
    node(
      'node_modules/oxlint/bin/oxlint',
      '--type-aware',
      '--deny-warnings',
      '--report-unused-disable-directives',
    ),
  ),
  source('types', 'types', () => node('node_modules/typescript/bin/tsc', '-p', '.', '--pretty', 'false')),
  source('borders', 'borders between the parts', () => node('testing/borders/check.ts')),
  source('dead-code', 'dead code', () => node('node_modules/knip/bin/knip.js', '--no-progress')),
  source('dead-code-production', 'dead code that only tests use', () =>
    node('node_modules/knip/bin/knip.js', '--no-progress', '--production'),
  ),
  source('generated', 'generated files unchanged', () => node('db/generate.ts', '--check')),
  { name: 'unit', title: 'unit and database tests', lane: 'tests', run: runUnitTests },
  { name: 'browser', title: 'browser tests', lane: 'tests', run: runBrowserTests },
]

function source(name: string, title: string, run: () => Promise<Outcome>): Step {
  return { name, title, lane: 'source', run }
}

async function node(script: string, ...args: string[]): Promise<Outcome> {
  return asOneCheck(await runNode(script, args))
}
