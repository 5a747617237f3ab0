import { prepareBrowser } from '../browser-setup.ts'
import { runNode } from './command.ts'
import { asTests, nothing, oneFailure, type Outcome } from './outcome.ts'
import { withReport } from './report.ts'

type Suite = { title: string; suites?: Suite[]; specs?: { title: string; file: string }[] }

/** The part of Playwright's JSON report that the counts need. */
type PlaywrightReport = {
  suites: Suite[]
  errors: { message?: string }[]
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

const playwright = 'node_modules/@playwright/test/cli.js'

/** Runs the browser tests; without a browser they are named and counted as skipped. */
export async function runBrowserTests(): Promise<Outcome> {
  const browser = await prepareBrowser()
  if (browser.path) return runWith(browser.path, browser.said)
  return browser.mustHave ? oneFailure(`${browser.said}\n`) : skipAll(browser.said)
}

function runWith(browserPath: string, note: string): Promise<Outcome> {
  return withReport<PlaywrightReport>(async (file, read) => {
    const result = await runNode(playwright, ['test', '--reporter=list,json'], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      YIGE_TEST_BROWSER: browserPath,
    })
    const report = await read()
    if (!report) return oneFailure(result.output)
    const { expected, unexpected, flaky, skipped } = report.stats
    return { ...asTests(result, { passed: expected, failed: unexpected + flaky, skipped }), note }
  })
}

function skipAll(reason: string): Promise<Outcome> {
  return withReport<PlaywrightReport>(async (file, read) => {
    const result = await runNode(playwright, ['test', '--list', '--reporter=json'], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    })
    const report = await read()
    if (!report || result.exitCode !== 0) return oneFailure(result.output)
    const names = report.suites.flatMap(testNames)
    const note = [`${reason} These browser tests could not run:`, ...names.map((name) => `  ${name}`)].join(
      '\n',
    )
    return { ...nothing, skipped: names.length, note }
  })
}

function testNames(suite: Suite): string[] {
  const own = (suite.specs ?? []).map((spec) => `${spec.file}: ${spec.title}`)
  return [...own, ...(suite.suites ?? []).flatMap(testNames)]
}
