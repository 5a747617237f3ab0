import { readdirSync, readFileSync } from 'node:fs'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { demoDoor, openBrowser, phone, productUrl } from './browser.ts'
import { elderFaults } from './elder-rules.ts'
import { staffSide } from './staff-side.ts'

type Site = { door: string; quarter: number; code: string; number: string }

/** Where each resident page is opened in the demonstration; a page without a line here fails the first test. */
const addresses: Record<string, (site: Site) => string> = {
  '/': () => '/',
  '/d/:token': ({ door }) => `/d/${door}`,
  '/d/:token/report': ({ door }) => `/d/${door}/report`,
  '/p/:areaId': ({ quarter }) => `/p/${quarter}`,
  '/r': () => '/r',
  '/r/:code': ({ code }) => `/r/${code}`,
  '/r/:code/proof': ({ code }) => `/r/${code}/proof`,
  '/mine': () => '/mine',
  '/rights': () => '/rights',
  '/notice': () => '/notice',
  '/notice/:version': () => '/notice/1',
  '/who/:token': ({ door }) => `/who/${door}`,
  '/find-place': () => '/find-place',
  '/public': () => '/public',
  '/m/:number': ({ number }) => `/m/${number}`,
  '/log': () => '/log',
  '*': () => '/no-such-page',
}

const listed = readdirSync('modules').flatMap((module) => {
  try {
    const text = readFileSync(`modules/${module}/resident/pages.ts`, 'utf8')
    return [...text.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path)
  } catch {
    return []
  }
})

/** A place with a report of its own: what the pages of receipts and matters show. */
async function openSite(page: Page): Promise<Site> {
  const { request } = page.context()
  const { token } = await demoDoor(page.context(), '3号楼')
  const opened = (await (await request.get(`${productUrl}/api/v1/doors/${token}`)).json()) as {
    place: { communityId: number }
    consentVersion: number
  }
  const below = await request.get(`${productUrl}/api/v1/places?parent=${opened.place.communityId}`)
  const { items } = (await below.json()) as { items: { areaId: number; name: string }[] }
  const sent = await request.post(`${productUrl}/api/v1/reports`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { door: token, subject: 'street_lamp', words: '楼门口的灯不亮了。', photoIds: [] },
  })
  expect(sent.status(), await sent.text()).toBe(200)
  const { code, number } = (await sent.json()) as { code: string; number: string }
  return { door: token, quarter: items[0]?.areaId ?? 0, code, number }
}

async function openElder(browser: Browser): Promise<Page> {
  const { page } = await openBrowser(browser, phone)
  await page.addInitScript(() => localStorage.setItem('yige.elder', '1'))
  return page
}

const settled = async (page: Page) => {
  await page.waitForLoadState('networkidle')
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached()
}

async function measure(page: Page, what: string): Promise<void> {
  expect.soft(await elderFaults(page), what).toEqual([])
}

test('every resident page is measured', () => {
  expect(listed.length).toBeGreaterThan(10)
  expect(listed.filter((path) => !(path in addresses))).toEqual([])
})

for (const path of listed) {
  test(`${path} in the large-text version: large, far apart, one column, both languages, light and dark`, async ({
    browser,
  }) => {
    test.setTimeout(120_000)
    const page = await openElder(browser)
    const site = await openSite(page)
    await page.goto(addresses[path]?.(site) ?? path)
    await settled(page)
    await measure(page, 'light')
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    // Colours change over a moment; axe would measure half-way ones.
    await page.waitForTimeout(400)
    await measure(page, 'dark')
    await page.setViewportSize({ width: 320, height: 700 })
    await page.getByRole('button', { name: 'EN' }).click()
    await settled(page)
    await measure(page, 'English, on a narrow phone')
    await page.context().close()
  })
}

test('the large-text version is offered on the first screen of every page and stays chosen', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const { page } = await openBrowser(browser, phone)
  const site = await openSite(page)
  for (const path of listed) {
    await page.goto(addresses[path]?.(site) ?? path)
    await expect(page.getByRole('button', { name: '长辈版' }), path).toBeInViewport()
  }
  await page.getByRole('button', { name: '长辈版' }).click()
  await page.goto(`/d/${site.door}`)
  await expect(page.getByRole('button', { name: '标准版' })).toBeVisible()
})

test('Grandma Qin, who is over seventy, reports a broken lamp in large type, finds it again by a second scan, and rates it', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const { page, complaints } = await openBrowser(browser, phone)
  const { token } = await demoDoor(page.context(), '3号楼')
  const words = `二单元楼道的灯坏了，晚上上楼看不见 ${Date.now() % 100_000}`

  await test.step('she switches to large type and says what is broken', async () => {
    await page.goto(`/d/${token}`)
    await page.getByRole('button', { name: '长辈版' }).click()
    await page.getByRole('button', { name: '路灯电梯设施' }).click()
    await measure(page, 'the subjects of a group')
    await page.getByRole('radio', { name: /路灯/ }).check()
    await page.getByLabel('说说情况').fill(words)
    await page.getByLabel('怎么称呼您').fill('秦奶奶')
    await expect(page.getByText(/现在提交，.+ 会在 .+前答复/)).toBeVisible()
    await expect(page.getByText(/^依据：/)).toBeVisible()
    await measure(page, 'the filled form')
    await page.getByRole('button', { name: '提交' }).click()
    await page.waitForURL(/\/r\/[0-9A-Z]{10}$/)
    await expect(page.getByText(/王芳 将在 .*前答复/).first()).toBeVisible()
    await measure(page, 'the receipt')
    await page.getByRole('button', { name: '补充情况' }).click()
    await measure(page, 'the sheet for more')
    await page.getByRole('button', { name: '关闭' }).click()
  })

  await test.step('Wang Fang answers', async () => {
    const number =
      (await page
        .getByText(/^\d{4}-\d{6}$/)
        .first()
        .textContent()) ?? ''
    const wang = await staffSide(browser, 'wangfang')
    const id = await wang.matter(number)
    await wang.does('PUT', `/matters/${id}/acceptance`, { take: true })
    const said = '电工明早八点来换，今晚先装了一盏临时灯。'
    await wang.does('PUT', `/matters/${id}/answer`, { words: said, outcome: 'planned', photoIds: [] })
  })

  await test.step('the second scan opens the home of her place, with her report waiting for her', async () => {
    await page.goto(`/d/${token}`)
    await expect(page.getByRole('link', { name: '我要报一件事' })).toBeInViewport()
    const mine = page.getByRole('region', { name: '我在这里报过的事' })
    await expect(mine.getByText('请您评价')).toBeVisible()
    await expect(page.getByRole('region', { name: '有事也可以直接找' })).toBeVisible()
    await measure(page, 'the home of the place')
    await mine.getByRole('link').click()
    await page.waitForURL(/\/r\//)
  })

  await test.step('she rates it, with a reason', async () => {
    await page.getByRole('radio', { name: '满意', exact: true }).check()
    await page.getByRole('checkbox', { name: '办得快' }).check()
    await measure(page, 'the question whether she is satisfied')
    await page.getByRole('button', { name: '评价' }).click()
    await expect(page.getByText(/您的评价：满意.*谢谢/)).toBeVisible()
    await measure(page, 'after rating')
  })
  expect(complaints).toEqual([])
})

test('in large type each way of finding a place keeps the measures, and a place without a code has its form', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const page = await openElder(browser)
  await page.goto('/find-place')
  for (const [way, shown] of [
    ['逐级选', /^文苑街道/],
    ['看地图', '选这里'],
  ] as const) {
    await page.getByRole('button', { name: way }).click()
    await expect(page.getByRole('button', { name: shown })).toBeVisible()
    await measure(page, way)
  }
  await page.getByRole('button', { name: '逐级选' }).click()
  for (const name of [/^文苑街道/, /^滨溪社区/]) await page.getByRole('button', { name }).click()
  await page.getByRole('button', { name: /滨溪社区/ }).click()
  await page.waitForURL(/\/p\/\d+$/)
  await expect(page.getByRole('heading', { name: '有什么事需要解决？' })).toBeVisible()
  await page.getByRole('button', { name: '路灯电梯设施' }).click()
  await page.getByRole('radio', { name: /路灯/ }).check()
  await page.getByLabel('说说情况').fill('社区门口的路灯一排都不亮。')
  await expect(page.getByText(/现在提交，.+ 会在 .+前答复/)).toBeVisible()
  await page.getByRole('button', { name: '提交' }).click()
  await page.waitForURL(/\/r\/[0-9A-Z]{10}$/)
  await expect(page.getByText('滨溪社区').first()).toBeVisible()
})

/** The browsers of a test machine have no voice: one that says nothing, and tells what it was asked to say. */
async function giveVoice(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const said: string[] = []
    const voice = { lang: 'zh-CN', name: 'test', localService: true, default: true, voiceURI: 'test' }
    Object.assign(globalThis, {
      said,
      canceled: 0,
      SpeechSynthesisUtterance: class extends EventTarget {
        text: string
        constructor(text: string) {
          super()
          this.text = text
        }
      },
    })
    Object.defineProperty(globalThis, 'speechSynthesis', {
      value: Object.assign(new EventTarget(), {
        getVoices: () => [voice],
        speak: (utterance: EventTarget & { text: string }) => {
          said.push(utterance.text)
          setTimeout(() => utterance.dispatchEvent(new Event('end')), 300)
        },
        cancel: () => undefined,
      }),
    })
  })
}

test('a page is read aloud to who asks, box by box, until it is left; without a voice nothing is offered', async ({
  browser,
}) => {
  const page = await openElder(browser)
  await page.goto('/r')
  await settled(page)
  await expect(page.getByRole('button', { name: '读给我听' })).toHaveCount(0)

  await giveVoice(page)
  await page.goto('/r')
  await page.getByRole('button', { name: '读给我听' }).click()
  await expect(page.getByRole('button', { name: '停下，不读了' })).toBeVisible()
  await expect(page.locator('[data-reading]')).toHaveCount(1)
  const said = () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said)
  await expect.poll(said).toContain('查询码')
  expect((await said())[0]).toBe('看看办到哪一步了')
  await page.getByRole('link', { name: '返回' }).click()
  await page.waitForURL(/\/$/)
  const before = (await said()).length
  await page.waitForTimeout(900)
  expect((await said()).length).toBe(before)
  await expect(page.locator('[data-reading]')).toHaveCount(0)
})
