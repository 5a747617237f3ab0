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

/** Splits `--name value` options from the other words. @throws WrongUse for an option nobody knows. */
export function optionsOf(words: readonly string[], known: readonly string[]) {
  const options = new Map<string, string>()
  const plain: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (!word.startsWith('--')) {
      plain.push(word)
      continue
    }
    const name = word.slice(2)
    const value = words[at + 1]
    if (!known.includes(name) || value === undefined)
      throw new WrongUse(`不认识的选项 / unknown option: ${word}`)
    options.set(name, value)
    at += 1
  }
  return { plain, options }
}

/** Splits `--name` switches, which take no value, from the other words. @throws WrongUse for one nobody knows. */
export function takeSwitches(words: readonly string[], known: readonly string[]) {
  const on = new Set(words.filter((word) => word.startsWith('--')).map((word) => word.slice(2)))
  const unknown = [...on].find((name) => !known.includes(name))
  if (unknown) throw new WrongUse(`不认识的选项 / unknown option: --${unknown}`)
  return { plain: words.filter((word) => !word.startsWith('--')), on }
}
