import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { demoDoor, desktop, openBrowser, phone, productUrl, signIn } from '../browser.ts'

export type Said = { number: string; code: string; promise: { dueAt: string } }

/** Where a setting takes effect: what residents and colleagues see, each in a browser of their own. */
export type Seeing = {
  /** Differs in every run, so that nothing of an earlier one is taken for this one. */
  readonly mark: string
  /** A resident's phone at an address. */
  readonly resident: (path: string) => Promise<Page>
  /** A colleague's desk at an address below /staff. */
  readonly colleague: (login: string, path: string) => Promise<Page>
  /** A resident of 3号楼 says it. */
  readonly says: (words: string) => Promise<Said>
  /** The token of the code on the door of 3号楼. */
  readonly door: () => Promise<string>
  /** A call as a colleague's own program would make it; its status and what it said. */
  readonly calls: (login: string, method: string, path: string, body?: object) => Promise<Answer>
}
export type Answer = { status: number; said: unknown }

/** One thing an office can set: who, how on the screen, where it is seen, what the auditor reads, how it is set back. */
export type SettingCase = {
  readonly as: 'sunli' | 'zhengkai'
  readonly change: (page: Page, see: Seeing) => Promise<void>
  readonly seen: (see: Seeing, isChanged: boolean) => Promise<void>
  readonly audit: string | ((mark: string) => readonly string[])
  readonly back: (page: Page, see: Seeing) => Promise<void>
}

/** Opens browsers as they are wanted, one a person, and keeps them for the whole case. */
export function seeingIn(browser: Browser): Seeing {
  const mark = `记号${Date.now() % 1_000_000}`
  const open = new Map<string, Promise<Page>>()
  const pageOf = (who: string): Promise<Page> => {
    const known = open.get(who)
    if (known) return known
    const made = start(browser, who)
    open.set(who, made)
    return made
  }
  const at = async (who: string, path: string): Promise<Page> => {
    const page = await pageOf(who)
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    return page
  }
  const door = async (): Promise<string> => (await demoDoor((await pageOf(visitor)).context(), '3号楼')).token
  const calls = async (login: string, method: string, path: string, body?: object): Promise<Answer> =>
    called((await pageOf(login)).context(), { method, path, body })
  return {
    mark,
    resident: (path) => at(visitor, path),
    colleague: (login, path) => at(login, `/staff${path}`),
    door,
    calls,
    async says(words) {
      const data = { door: await door(), subject: 'pests', words, photoIds: [] }
      const { status, said } = await calls(visitor, 'POST', '/reports', data)
      expect(status, JSON.stringify(said)).toBe(200)
      return said as Said
    },
  }
}

const visitor = ''

async function start(browser: Browser, who: string): Promise<Page> {
  const { page } = await openBrowser(browser, who === visitor ? phone : desktop)
  if (who !== visitor) await signIn(page.context(), who)
  return page
}

async function called(
  context: BrowserContext,
  { method, path, body }: { method: string; path: string; body: object | undefined },
): Promise<Answer> {
  const answer = await context.request.fetch(`${productUrl}/api/v1${path}`, {
    method,
    headers: { 'idempotency-key': crypto.randomUUID() },
    ...(body && { data: body }),
  })
  return { status: answer.status(), said: await answer.json().catch(() => undefined) }
}

/** Whether a text is there, as it should be. */
export async function shows(page: Page, text: string | RegExp, should: boolean): Promise<void> {
  const found = page.getByText(text).first()
  await (should ? expect(found).toBeVisible() : expect(found).toBeHidden())
}

/** Saves a form; antd parts the two characters of a short button. */
export const save = (page: Page, name: RegExp = /^保 ?存$/): Promise<void> =>
  page.getByRole('button', { name }).first().click()

/** Saves and waits until it says so. */
export async function saved(page: Page, name?: RegExp): Promise<void> {
  await save(page, name)
  await expect(page.locator('.ant-message')).toContainText(/已|好/)
}

/** Sets back to the version before, in the list of changes. */
export async function setBack(page: Page): Promise<void> {
  const history = page.getByRole('region', { name: '改动记录' }).first()
  await history.getByRole('button', { name: '设回这一版' }).first().click()
  await expect(page.getByText('已设回').first()).toBeVisible()
}
