import { type Browser, expect, type Page, test } from '@playwright/test'
import { SEED_PEOPLE } from '#db/seed/people.ts'
import { demoDoor, desktop, openBrowser, phone, seriousFindings, signIn } from './browser.ts'

/** Every page of the product, as the person who uses it sees it. `:door` is a building's code, `:quarter` an area without one, `:matter` an open matter. */
const pages = [
  { path: '/', viewport: phone },
  { path: '/d/:door', viewport: phone },
  { path: '/d/:door/report', viewport: phone },
  { path: '/d/notthere99', viewport: phone },
  { path: '/p/:quarter', viewport: phone },
  { path: '/p/999999', viewport: phone },
  { path: '/mine', viewport: phone },
  { path: '/rights', viewport: phone },
  { path: '/public', viewport: phone },
  { path: '/log', viewport: phone },
  { path: '/who/:door', viewport: phone },
  { path: '/r', viewport: phone },
  { path: '/notice', viewport: phone },
  { path: '/find-place', viewport: phone },
  { path: '/no-such-page', viewport: phone },
  { path: '/work/sign-in', viewport: phone },
  { path: '/work', viewport: phone, as: 'wangfang' },
  { path: '/work/m/:matter', viewport: phone, as: 'wangfang' },
  { path: '/work/new', viewport: phone, as: 'wangfang' },
  { path: '/work/unsent', viewport: phone, as: 'wangfang' },
  { path: '/work/notices', viewport: phone, as: 'wangfang' },
  { path: '/work/me', viewport: phone, as: 'wangfang' },
  { path: '/work/account', viewport: phone, as: 'wangfang' },
  { path: '/staff/sign-in', viewport: desktop },
  { path: '/staff', viewport: desktop, as: 'limin' },
  { path: '/staff?list=done', viewport: desktop, as: 'limin' },
  { path: '/staff?m=:matter', viewport: desktop, as: 'limin' },
  { path: '/staff/counter', viewport: desktop, as: 'chenjing' },
  { path: '/staff/print?ids=:matter', viewport: desktop, as: 'chenjing' },
  { path: '/staff/overview', viewport: desktop, as: 'limin' },
  { path: '/staff/overview?period=year&without=1', viewport: desktop, as: 'zhouhang' },
  { path: '/staff/registers', viewport: desktop, as: 'zhouhang' },
  { path: '/staff/registers/rows?indicator=grids_total', viewport: desktop, as: 'zhouhang' },
  { path: '/staff/map', viewport: desktop, as: 'chenjing' },
  { path: '/staff/screen', viewport: { width: 1920, height: 1080 }, as: 'zhouhang' },
  { path: '/staff/areas', viewport: desktop, as: 'sunli' },
  { path: '/staff/posts', viewport: desktop, as: 'zhengkai' },
  { path: '/staff/organisations', viewport: desktop, as: 'sunli' },
  { path: '/staff/formations', viewport: desktop, as: 'zhaojianguo' },
  { path: '/staff/contact-links', viewport: desktop, as: 'zhouhang' },
  { path: '/staff/notices/log', viewport: desktop, as: 'limin' },
  { path: '/staff/notices/channels', viewport: desktop, as: 'sunli' },
  { path: '/staff/notices/own', viewport: desktop, as: 'limin' },
  { path: '/staff/notices/demo', viewport: desktop, as: 'limin' },
  { path: '/staff/audit', viewport: desktop, as: 'xiaqing' },
  { path: '/staff/accounts', viewport: desktop, as: 'zhengkai' },
  { path: '/staff/sign-in-rules', viewport: desktop, as: 'zhengkai' },
  { path: '/staff/settings', viewport: desktop, as: 'sunli' },
  { path: '/staff/settings/office', viewport: desktop, as: 'sunli' },
  { path: '/staff/settings/notice', viewport: desktop, as: 'sunli' },
  { path: '/staff/settings/retention', viewport: desktop, as: 'sunli' },
  { path: '/staff/settings/posters', viewport: desktop, as: 'sunli' },
  { path: '/staff/settings/base-map', viewport: desktop, as: 'sunli' },
  { path: '/staff/account', viewport: desktop, as: 'chenjing' },
] as const
type Shown = (typeof pages)[number]

async function show(browser: Browser, shown: Shown, setUp?: (page: Page) => Promise<void>) {
  const { page, complaints } = await openBrowser(browser, shown.viewport)
  const context = page.context()
  const door = await demoDoor(context, '3号楼')
  let matter = ''
  if ('as' in shown) {
    await signIn(context, shown.as)
    const answer = await context.request.get('/api/v1/matters?list=open&limit=1')
    matter = answer.ok() ? (((await answer.json()) as { items: { id: string }[] }).items[0]?.id ?? '') : ''
  }
  await setUp?.(page)
  const opened = await context.request.get(`/api/v1/doors/${door.token}`)
  const { place } = (await opened.json()) as { place: { communityId: number } }
  const names = { ':door': door.token, ':matter': matter, ':quarter': String(place.communityId) }
  const path = Object.entries(names).reduce(
    (so, [name, value]) => so.replace(name, value),
    shown.path as string,
  )
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached()
  return { page, complaints }
}

const logins = new Set(SEED_PEOPLE.map((person) => person.login))

/** Words a Chinese page may hold in Latin letters: names of things that have no other, codes, the language switch. */
const latinAllowed =
  /^(EN|English|QR|WeChat|SHA|JPG|PNG|PDF|GeoJSON|CSV|Excel|WGS|px|cm|kg|yige|demo|http|https|localhost|Esc|Enter|[A-Z0-9]{1,10})$/

for (const shown of pages) {
  const who = 'as' in shown ? shown.as : 'a visitor'
  test(`${shown.path} for ${who}: readable by everybody, in Chinese, without sideways scrolling`, async ({
    browser,
  }) => {
    const { page, complaints } = await show(browser, shown)
    expect(await seriousFindings(page)).toEqual([])
    // An address is written in Latin everywhere.
    const text = (await page.locator('body').innerText()).replaceAll(/https?:\/\/\S+/g, '')
    const latin = (text.match(/[A-Za-z]{2,}/g) ?? []).filter(
      (word) => !latinAllowed.test(word) && !logins.has(word),
    )
    expect(latin).toEqual([])
    const [inner, full] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth])
    expect(full).toBeLessThanOrEqual(inner ?? 0)
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    // Colours change over a moment; axe would measure half-way ones.
    await page.waitForTimeout(600)
    expect(await seriousFindings(page)).toEqual([])
    const refused = complaints.filter((complaint) => /Content Security Policy/.test(complaint))
    expect(refused).toEqual([])
    await page.context().close()
  })
}

test('the door page in large type: one column, big targets, remembered', async ({ browser }) => {
  const { page } = await show(browser, { path: '/d/:door', viewport: phone })
  await page.getByRole('button', { name: '长辈版' }).click()
  await page.reload()
  await expect(page.getByRole('button', { name: '噪音扰民' })).toBeAttached()
  expect(
    await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize)),
  ).toBeGreaterThanOrEqual(22)
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, a, textarea, input:not([type=file])')]
      .map((each) => (each instanceof HTMLInputElement ? (each.closest('label') ?? each) : each))
      .filter((each) => each.getClientRects().length > 0 && getComputedStyle(each).display !== 'inline')
      .filter((each) => each.getBoundingClientRect().height < 59)
      .map((each) => each.textContent?.trim() || each.tagName),
  )
  expect(small).toEqual([])
  expect(await seriousFindings(page)).toEqual([])
})

test('a report can be written and sent with the keyboard alone', async ({ browser }) => {
  const { page } = await show(browser, { path: '/d/:door', viewport: phone })
  const focusOn = async (what: string): Promise<void> => {
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab')
      const label = await page.evaluate(() => {
        const active = document.activeElement
        const of =
          active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement
            ? active.labels?.[0]
            : active
        return `${of?.textContent ?? ''} ${active?.getAttribute('aria-label') ?? ''}`
      })
      if (label.includes(what)) return
    }
    throw new Error(`the keyboard never reached ${what}`)
  }
  await focusOn('漏水堵水')
  await page.keyboard.press('Space')
  await page.getByRole('radio', { name: /水管漏水/ }).focus()
  await page.keyboard.press('Space')
  await focusOn('说说情况')
  await page.keyboard.type('厨房水管接口在滴水，已经关了总阀。')
  await focusOn('提交')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/r\/[0-9A-Z]{10}$/)
})

test('what was typed survives a reload and a lost connection, and arrives once', async ({ browser }) => {
  const { page } = await show(browser, { path: '/d/:door', viewport: phone })
  const words = `单元门口的灯一周没亮了 ${Date.now() % 100_000}`
  await page.getByRole('button', { name: '路灯电梯设施' }).click()
  await page.getByRole('radio', { name: /路灯/ }).first().check()
  await page.getByLabel('说说情况').fill(words)
  await page.waitForTimeout(1200)
  await page.reload()
  await expect(page.getByLabel('说说情况')).toHaveValue(words)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByText('还没发出去，有网就自动发').first()).toBeVisible()
  await page.context().setOffline(false)
  await page.waitForURL(/\/r\/[0-9A-Z]{10}$/, { timeout: 30_000 })
  await signIn(page.context(), 'wangfang')
  const answer = await page.context().request.get('/api/v1/matters?list=open&limit=100')
  const { items } = (await answer.json()) as { items: { words: string }[] }
  expect(items.filter((item) => item.words === words)).toHaveLength(1)
})

test('the second scan of a door opens the home of the place, and what was begun there waits one tap away', async ({
  browser,
}) => {
  const { page, complaints } = await show(browser, { path: '/d/:door', viewport: phone })
  const words = `楼道扶手松了 ${Date.now() % 100_000}`
  await page.getByLabel('说说情况').fill(words)
  await page.waitForTimeout(1200)
  const scan = await page.context().newPage()
  await scan.goto(page.url())
  await expect(scan.getByText('上次有一件没写完，点下面接着写。')).toBeVisible()
  await expect(scan.getByRole('region', { name: '这里正在办的事' })).toBeVisible()
  await expect(scan.getByRole('region', { name: '有事也可以直接找' })).toBeVisible()
  expect(await seriousFindings(scan)).toEqual([])
  await scan.getByRole('link', { name: '本社区公示台账' }).click()
  await expect(scan.getByText('滨溪社区').first()).toBeVisible()
  await scan.goBack()
  await scan.getByRole('link', { name: '我要报一件事' }).click()
  await expect(scan.getByLabel('说说情况')).toHaveValue(words)
  await scan.getByRole('link', { name: '返回' }).click()
  await expect(scan.getByRole('link', { name: '我要报一件事' })).toBeVisible()
  // The page where the form stood first keeps it.
  await page.reload()
  await expect(page.getByLabel('说说情况')).toHaveValue(words)
  expect(complaints).toEqual([])
})
