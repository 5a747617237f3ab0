import { steps, type Step } from './steps.ts'

/** What the person asked for: which steps, and which test files. */
export type CheckRequest = { steps: readonly Step[]; filters: readonly string[] }

export const usage = `npm test                          every check
npm test -- policy                the unit and database tests whose path contains "policy"
npm test -- --only lint,types     only these steps: ${steps.map((step) => step.name).join(', ')}`

/** Reads the arguments; gives a sentence about what is wrong with them when they cannot be understood. */
export function readRequest(args: readonly string[]): CheckRequest | string {
  const names: string[] = []
  const filters: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] ?? ''
    if (argument === '--only') names.push(...(args[(at += 1)] ?? '').split(','))
    else if (argument.startsWith('--only=')) names.push(...argument.slice('--only='.length).split(','))
    else if (argument.startsWith('-')) return `${argument} is not known here.`
    else filters.push(argument)
  }
  const unknown = names.find((name) => !steps.some((step) => step.name === name))
  if (unknown !== undefined) return `There is no step called "${unknown}".`
  return { steps: chooseSteps(names, filters), filters }
}

function chooseSteps(names: readonly string[], filters: readonly string[]): readonly Step[] {
  if (names.length > 0) return steps.filter((step) => names.includes(step.name))
  return filters.length > 0 ? steps.filter((step) => step.name === 'unit') : steps
}
