import { defineConfig } from '@playwright/test'
import { browserFlags, findBrowser } from './testing/browser-setup.ts'

// Named by `npm test`; found here when Playwright is started by itself.
const browserPath = process.env['YIGE_TEST_BROWSER'] ?? (await findBrowser())

export default defineConfig({
  testDir: '.',
  testMatch: ['apps/**/*.browser.ts', 'modules/**/*.browser.ts', 'testing/**/*.browser.ts'],
  testIgnore: ['**/node_modules/**', '**/dist/**', 'testing/borders/planted/**'],
  globalSetup: './testing/browser-global.ts',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'off',
    video: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browserPath ? { executablePath: browserPath } : {}),
      args: [...browserFlags],
      // Whether a sandbox is possible is decided by the flags.
      chromiumSandbox: !browserFlags.includes('--no-sandbox'),
    },
  },
})
