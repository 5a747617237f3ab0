import type { CommandResult } from './command.ts'

/** What one step of the checks came to; `output` is shown only when something failed, `note` always. */
export type Outcome = { passed: number; failed: number; skipped: number; output: string; note?: string }

export const nothing: Outcome = { passed: 0, failed: 0, skipped: 0, output: '' }

/** A check without tests of its own counts as one, whatever it found. */
export function asOneCheck(result: CommandResult): Outcome {
  const failed = result.exitCode === 0 ? 0 : 1
  return { passed: 1 - failed, failed, skipped: 0, output: result.output }
}

export function oneFailure(output: string): Outcome {
  return { passed: 0, failed: 1, skipped: 0, output }
}

/**
 * Joins a test program's own counts with its exit code: a program that fails without a failed test, or that ran
 * nothing, counts as one failure.
 */
export function asTests(result: CommandResult, counts: Omit<Outcome, 'output'>): Outcome {
  const ranNothing = counts.passed + counts.failed + counts.skipped === 0
  const failedSilently = counts.failed === 0 && (result.exitCode !== 0 || ranNothing)
  return { ...counts, failed: counts.failed + (failedSilently ? 1 : 0), output: result.output }
}

export function add(outcomes: readonly Outcome[]): Outcome {
  const sum = { ...nothing }
  for (const outcome of outcomes) {
    sum.passed += outcome.passed
    sum.failed += outcome.failed
    sum.skipped += outcome.skipped
  }
  return sum
}

/** The counts as a person and a program read them: `12 passed, 0 failed`, and the skipped ones when there are any. */
export function sayCounts(outcome: Outcome): string {
  const skipped = outcome.skipped > 0 ? `, ${outcome.skipped} skipped` : ''
  return `${outcome.passed} passed, ${outcome.failed} failed${skipped}`
}
