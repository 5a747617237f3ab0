import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { demoPassword } from '#modules/people/server/door.ts'

export const productUrl = process.env['YIGE_TEST_URL'] ?? ''

export const phone = { width: 390, height: 844 }
export const desktop = { width: 1440, height: 900 }

type Viewport = { width: number; height: number }

/** One person's browser, at the product. Anything the page complains of in the console fails the test. */
export async function openBrowser(
  browser: Browser,
  viewport: Viewport,
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport, baseURL: productUrl, hasTouch: viewport.width < 600 })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      complaints.push(message.text())
  })
  return { page, complaints }
}

/** Signs a named person of the demonstration in, as the sign-in page does. */
export async function signIn(context: BrowserContext, login: string): Promise<void> {
  const answer = await context.request.post(`${productUrl}/api/v1/session`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { login, password: demoPassword },
  })
  expect(answer.status(), `${login} signs in`).toBe(200)
}

export type DemoDoor = { token: string; pathNames: string[] }

export async function demoDoor(context: BrowserContext, building: string): Promise<DemoDoor> {
  const answer = await context.request.get(`${productUrl}/api/v1/home`)
  const { demoDoors } = (await answer.json()) as { demoDoors: DemoDoor[] }
  const door = demoDoors.find((each) => each.pathNames.join('').includes(building))
  if (!door) throw new Error(`the demonstration offers no door of ${building}`)
  return door
}

/** What axe finds serious or critical. antd's own measuring row, hidden from readers, is left out by name. */
export async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('.ant-table-measure-row').analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)
}
