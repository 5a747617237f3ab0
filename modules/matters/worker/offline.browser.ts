import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { openBrowser, phone, productUrl, seriousFindings, signIn } from '#testing/browser.ts'

/** Until the phone has all it needs to start, and to place a report, without a connection. */
async function readyForCellar(page: Page): Promise<void> {
  await page.goto('/work/new')
  await expect(page.getByRole('button', { name: /^就在/ })).toBeVisible()
  const isKept = () =>
    page.evaluate(async () => {
      const shell = await caches.match('/work.html')
      return shell !== undefined && navigator.serviceWorker.controller !== null
    })
  await expect.poll(isKept, { timeout: 20_000 }).toBe(true)
}

async function backOnline(page: Page): Promise<void> {
  await page.context().setOffline(false)
  await page.evaluate(() => dispatchEvent(new Event('online')))
}

async function wordsOnServer(context: BrowserContext, containing: string): Promise<string[]> {
  const answer = await context.request.get(`${productUrl}/api/v1/matters?list=open&limit=100`)
  const { items } = (await answer.json()) as { items: { words: string }[] }
  return items.map((matter) => matter.words).filter((words) => words.includes(containing))
}

test('what a worker reports without a connection waits on the phone, can be mended, and is sent once', async ({
  browser,
}) => {
  const { page, complaints } = await openBrowser(browser, phone)
  const context = page.context()
  await signIn(context, 'wangfang')
  const mark = `井盖松动${Date.now() % 1_000_000}`
  await readyForCellar(page)

  await context.setOffline(true)
  await page.goto('/work/new')
  await page.getByRole('radio', { name: '其他' }).click()
  const further = page.getByRole('group', { name: '具体是什么' }).getByRole('radio')
  if (await further.count()) await further.first().click()
  await page.getByRole('button', { name: /^就在/ }).click()
  await page.getByLabel('什么情况').fill(`${mark}，踩上去会翘`)
  await page.getByRole('button', { name: '上报' }).click()
  await expect(page.getByText('已存在手机里，有网自动发')).toBeVisible()

  await page.reload()
  await page.getByRole('link', { name: '1 条没发出' }).click()
  await expect(page.getByText(`${mark}，踩上去会翘`)).toBeVisible()
  expect(await seriousFindings(page)).toEqual([])
  await page.getByRole('link', { name: '修改' }).click()
  await page.getByLabel('什么情况').fill(`${mark}，已放警示桩`)
  await page.getByRole('button', { name: '上报' }).click()
  expect(await wordsOnServer(context, mark).catch(() => [])).toEqual([])

  await backOnline(page)
  await expect(page.getByText(/已收到，编号 \d{4}-\d{6}/)).toBeVisible()
  await expect(page.getByRole('link', { name: /没发出/ })).toHaveCount(0)
  expect(await wordsOnServer(context, mark)).toEqual([`${mark}，已放警示桩`])
  expect(complaints).toEqual([])
  await context.close()
})

test('the list of the day and its matters open without a connection and say from when they are', async ({
  browser,
}) => {
  const { page } = await openBrowser(browser, phone)
  await signIn(page.context(), 'wangfang')
  await page.goto('/work')
  const first = page.getByRole('main').getByRole('listitem').first()
  await expect(first).toBeVisible()
  const subject = await first.locator('strong').first().textContent()
  await first.getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: '进展' })).toBeVisible()
  await page.goto('/work')
  await expect(first).toBeVisible()
  await readyForCellar(page)
  await page.context().setOffline(true)

  await page.goto('/work')
  await expect(page.getByText(/离线，显示的是今天 \d\d:\d\d 的内容/)).toBeVisible()
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText(subject ?? '')
  await page.getByRole('main').getByRole('listitem').first().getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: '进展' })).toBeVisible()
  await expect(page.getByText(/离线，显示的是今天/)).toBeVisible()
  await page.context().close()
})

for (const address of [
  '/work',
  '/work?list=mine',
  '/work/new',
  '/work/me',
  '/work/unsent',
  '/work/sign-in',
]) {
  test(`nothing serious stands in the way of anyone on ${address}`, async ({ browser }) => {
    const { page, complaints } = await openBrowser(browser, phone)
    await signIn(page.context(), 'wangfang')
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('')
    await expect(page.getByText('正在打开…')).toHaveCount(0)
    expect(await seriousFindings(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })
}
