import { type Browser, expect } from '@playwright/test'
import { openBrowser, phone, productUrl, signIn } from './browser.ts'

/** A colleague who answers over HTTP while a browser test looks at the resident's side. */
export type StaffSide = {
  /** The id of the open matter with this number. */
  readonly matter: (number: string) => Promise<string>
  readonly does: (method: 'PUT' | 'POST', path: string, body: object) => Promise<unknown>
  /** The code of six digits that the demonstration would have sent to a number last. */
  readonly codeSentTo: (phone: string) => Promise<string>
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
    async codeSentTo(to) {
      let code: string | undefined
      // Notices leave within a few seconds.
      await expect
        .poll(async () => {
          const answer = await request.get(`${productUrl}/api/v1/demo/messages`)
          const { items } = (await answer.json()) as { items: { address: string; text: string }[] }
          code = /\d{6}/.exec(items.find((each) => each.address === to)?.text ?? '')?.[0]
          return code
        })
        .toBeDefined()
      return code ?? ''
    },
  }
}
