import { type Browser, expect } from '@playwright/test'
import { openBrowser, phone, productUrl, signIn } from './browser.ts'

/** A colleague who answers over HTTP while a browser test looks at the resident's side. */
export type StaffSide = {
  /** The id of the open matter with this number. */
  readonly matter: (number: string) => Promise<string>
  readonly does: (method: 'PUT' | 'POST', path: string, body: object) => Promise<unknown>
}

export async function staffSide(browser: Browser, login: string): Promise<StaffSide> {
  const { page } = await openBrowser(browser, phone)
  const { request } = page.context()
  await signIn(page.context(), login)
  return {
    async matter(number) {
      const answer = await request.get(`${productUrl}/api/v1/matters?number=${number}`)
      const { items } = (await answer.json()) as { items: { id: string }[] }
      const [found] = items
      if (!found) throw new Error(`${login} sees no matter ${number}`)
      return found.id
    },
    async does(method, path, body) {
      const answer = await request.fetch(`${productUrl}/api/v1${path}`, {
        method,
        headers: { 'idempotency-key': crypto.randomUUID() },
        data: body,
      })
      expect(answer.status(), `${login}: ${method} ${path}: ${await answer.text()}`).toBe(200)
      return answer.json()
    },
  }
}
