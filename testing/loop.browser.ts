import { expect, type Page, test } from '@playwright/test'
import { demoDoor, desktop, openBrowser, phone, signIn } from './browser.ts'

/** Li at the door says what is wrong, without an account; returns the number and the query code. */
async function report(page: Page, door: string, words: string): Promise<{ number: string; code: string }> {
  await page.goto(`/d/${door}`)
  await expect(page.getByRole('heading', { name: '有什么事需要解决？' })).toBeVisible()
  await page.getByRole('button', { name: '噪音扰民' }).click()
  await page.getByRole('radio', { name: /邻居/ }).click()
  await page.getByLabel('说说情况').fill(words)
  await page.getByLabel('手机号').fill('100 0000 1234')
  await page.getByRole('button', { name: '提交' }).click()
  await page.waitForURL(/\/r\/[0-9A-Z]{10}$/)
  const code = page.url().split('/').at(-1) ?? ''
  const number =
    (await page
      .getByText(/^\d{4}-\d{6}$/)
      .first()
      .textContent()) ?? ''
  return { number, code }
}

test('a resident reports, the grid worker handles it, the street asks after it, the resident rates it', async ({
  browser,
}) => {
  const li = await openBrowser(browser, phone)
  const wang = await openBrowser(browser, phone)
  const min = await openBrowser(browser, desktop)
  await signIn(wang.page.context(), 'wangfang')
  await signIn(min.page.context(), 'limin')
  const words = `楼上半夜还在拖桌子，孩子睡不着 ${Date.now() % 100_000}`

  await test.step('Li scans the code at the door and sends it', async () => {
    const door = await demoDoor(li.page.context(), '3号楼')
    const { number } = await report(li.page, door.token, words)
    expect(number).toMatch(/^\d{4}-\d{6}$/)
    await expect(li.page.getByText(/王芳 将在 .*前答复/).first()).toBeVisible()
  })

  await test.step('Wang Fang takes it on her phone and answers', async () => {
    await answerByPhone(wang.page, words, '已上门和楼上说好，十点以后不再挪家具，桌脚也贴了毡垫。')
  })

  await test.step('Li Min of the street asks after it and closes it', async () => {
    await min.page.goto('/staff?list=to_follow_up')
    await min.page.getByText(words).first().click()
    const acts = min.page.getByRole('group', { name: '可以做的事' })
    await acts.getByRole('button', { name: /回\s*访/ }).click()
    const asked = min.page.getByRole('form', { name: '回访结果' })
    await asked.getByRole('radio', { name: /联系上了，没有表态/ }).check()
    await asked.locator('button[type=submit]').click()
    await acts.getByRole('button', { name: /办\s*结/ }).click()
    await min.page.getByRole('form', { name: '办结' }).locator('button[type=submit]').click()
    await expect(min.page.getByText('已办结', { exact: false }).first()).toBeVisible()
  })

  await test.step('the resident reads it in plain words and rates it', async () => {
    await li.page.reload()
    await expect(li.page.getByText('已上门和楼上说好', { exact: false }).first()).toBeVisible()
    await li.page.getByRole('radio', { name: '非常满意', exact: true }).check()
    await li.page.getByRole('checkbox', { name: '态度好' }).check()
    await li.page.getByRole('button', { name: '评价' }).click()
    await expect(li.page.getByText(/您的评价：.*谢谢/)).toBeVisible()
  })

  expect([...li.complaints, ...wang.complaints, ...min.complaints]).toEqual([])
})

/** The grid worker takes it on her phone and answers what was explained. */
async function answerByPhone(page: Page, words: string, said: string): Promise<void> {
  await page.goto('/work')
  const card = page.locator('li, article').filter({ hasText: words }).first()
  await more(page, card)
  await card.getByText(words).click()
  await page.waitForURL(/\/work\/m\//)
  await page.getByRole('button', { name: '接单' }).click()
  await page
    .getByRole('link', { name: '办好了，答复' })
    .or(page.getByRole('button', { name: '办好了，答复' }))
    .click()
  await page.getByRole('radio', { name: '已说明情况' }).check()
  await page.getByLabel('怎么跟居民说').fill(said)
  await page.getByRole('button', { name: '发送' }).click()
  await expect(page.getByText(said.slice(0, 8), { exact: false }).first()).toBeVisible()
}

/** Further pages of the list, until the card is there. */
async function more(page: Page, card: ReturnType<Page['locator']>): Promise<void> {
  const next = page.getByRole('button', { name: '再看更多' })
  for (let tries = 0; tries < 5; tries += 1) {
    await expect(card.or(next).first()).toBeVisible({ timeout: 20_000 })
    if (await card.isVisible()) return
    await next.click()
  }
}

test('a dissatisfied resident has it reopened: a new promise, and the worker sees it again', async ({
  browser,
}) => {
  const zhao = await openBrowser(browser, phone)
  const wang = await openBrowser(browser, phone)
  await signIn(wang.page.context(), 'wangfang')
  const words = `楼上空调外机嗡嗡响一整夜 ${Date.now() % 100_000}`
  const door = await demoDoor(zhao.page.context(), '3号楼')
  const { number } = await report(zhao.page, door.token, words)
  await answerByPhone(wang.page, words, '已和楼上住户说了，他们会找人来看。')

  await zhao.page.reload()
  await zhao.page.getByRole('radio', { name: '非常不满意' }).check()
  await zhao.page.getByRole('checkbox', { name: '没解决' }).check()
  await zhao.page.getByRole('button', { name: '评价' }).click()
  await zhao.page.getByRole('button', { name: '问题没解决，再办一次' }).click()
  await zhao.page.getByLabel('哪里还没解决').fill('昨晚还是响，没人来看过。')
  await zhao.page.getByRole('button', { name: '请再办一次' }).click()
  await expect(zhao.page.getByRole('heading', { name: '正在办' })).toBeVisible()
  await expect(zhao.page.getByText(/王芳 将在 .*前答复/).first()).toBeVisible()

  await wang.page.goto('/work')
  const card = wang.page.locator('li, article').filter({ hasText: number }).first()
  await more(wang.page, card)
  await expect(card.getByText('居民说没解决，重新办理')).toBeVisible()
  expect([...zhao.complaints, ...wang.complaints]).toEqual([])
})
