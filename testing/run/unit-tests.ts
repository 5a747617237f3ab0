import { runNode } from './command.ts'
import { asTests, oneFailure, type Outcome } from './outcome.ts'
import { withReport } from './report.ts'

/** The part of Vitest's JSON report that the counts need. */
type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** Runs the unit and database tests, all of them or those whose file path contains one of `filters`. */
export function runUnitTests(filters: readonly string[]): Promise<Outcome> {
  return withReport<VitestReport>(async (file, read) => {
    const result = await runNode('node_modules/vitest/vitest.mjs', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...filters,
    ])
    const report = await read()
    if (!report) return oneFailure(result.output)
    return asTests(result, countTests(report))
  })
}

function countTests(report: VitestReport) {
  // A file that cannot even be loaded has no failed test of its own, yet is a failure.
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
