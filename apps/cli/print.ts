/** What commands tell the person at the terminal. With `--json` the last line of stdout is one JSON object. */
export type Printer = {
  line(text: string): void
  /** A step with what it took. */
  step<Result>(text: string, run: () => Promise<Result>): Promise<Result>
  result(value: Record<string, unknown>): void
}

export function printer(json: boolean): Printer {
  // With --json the talk goes to stderr, so that stdout holds nothing but the object.
  const out = json ? process.stderr : process.stdout
  const line = (text: string): void => void out.write(`${text}\n`)
  return {
    line,
    async step(text, run) {
      const began = performance.now()
      line(`· ${text}`)
      const result = await run()
      const seconds = (performance.now() - began) / 1000
      if (seconds >= 0.5) line(`  ${seconds.toFixed(1)} s`)
      return result
    },
    result(value) {
      if (json) process.stdout.write(`${JSON.stringify(value)}\n`)
    },
  }
}
