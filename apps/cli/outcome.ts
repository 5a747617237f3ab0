/** Refused with the reasons: exit code 1. `details` go into the line of JSON. */
export class Refused extends Error {
  readonly details: Record<string, unknown>

  constructor(message: string, details: Record<string, unknown> = {}) {
    super(message)
    this.details = details
  }
}

/** The command was not used as it should be: exit code 2. */
export class WrongUse extends Error {}

type Known = { values?: readonly string[]; switches?: readonly string[] }

/**
 * Splits `--name value` options, which may be given several times, and `--name` switches from the other words.
 * @throws WrongUse for one nobody knows, or without its value.
 */
export function takeOptions(words: readonly string[], { values = [], switches = [] }: Known) {
  const all = new Map<string, string[]>()
  const on = new Set<string>()
  const plain: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const name = word.slice(2)
    const value = words[at + 1]
    if (!word.startsWith('--')) plain.push(word)
    else if (switches.includes(name)) on.add(name)
    else if (values.includes(name) && value !== undefined) {
      all.set(name, [...(all.get(name) ?? []), value])
      at += 1
    } else throw new WrongUse(`不认识的选项 / unknown option: ${word}`)
  }
  const options = new Map([...all].map(([name, given]) => [name, given.at(-1) ?? '']))
  return { plain, options, all, on }
}

/** Splits `--name value` options from the other words. @throws WrongUse for an option nobody knows. */
export const optionsOf = (words: readonly string[], known: readonly string[]) =>
  takeOptions(words, { values: known })
