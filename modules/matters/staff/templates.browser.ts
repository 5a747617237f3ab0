import { expect, test } from '@playwright/test'
import { demoDoor, desktop, openBrowser, productUrl, seriousFindings, signIn } from '#testing/browser.ts'

test('the office keeps a wording, and 陈静 picks it while answering: number and place are filled in', async ({
  browser,
}) => {
  const title = `消杀${Date.now() % 1_000_000}`
  const office = await openBrowser(browser, desktop)
  await signIn(office.page.context(), 'sunli')
  await office.page.goto('/staff/setup?tab=templates')
  await office.page.getByRole('button', { name: '添加模板' }).click()
  await office.page.getByLabel('名称').fill(title)
  await office.page.getByLabel('内容').fill('{编号}：消杀公司已到{地点}。')
  expect(await seriousFindings(office.page)).toEqual([])
  await office.page.getByRole('button', { name: /保 ?存/ }).click()
  await expect(office.page.getByRole('heading', { name: title })).toBeVisible()

  const { page, complaints } = await openBrowser(browser, desktop)
  await signIn(page.context(), 'chenjing')
  const door = await demoDoor(page.context(), '3号楼')
  const sent = await page.context().request.post(`${productUrl}/api/v1/reports`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { door: door.token, subject: 'pests', words: '墙角有老鼠。', photoIds: [] },
  })
  const { number } = (await sent.json()) as { number: string }
  const found = await page.context().request.get(`${productUrl}/api/v1/matters?list=all&q=${number}`)
  const [matter] = ((await found.json()) as { items: { id: string }[] }).items
  await page.context().request.put(`${productUrl}/api/v1/matters/${matter?.id}/acceptance`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { take: true },
  })
  await page.goto(`/staff?m=${matter?.id}`)
  await page.getByRole('group', { name: '可以做的事' }).getByRole('button', { name: '答复' }).click()
  const form = page.getByRole('form', { name: '答复居民' })
  await form.getByLabel(/用模板/).click()
  await page.getByTitle(title).click()
  await expect(form.getByRole('textbox').first()).toHaveValue(new RegExp(`${number}：消杀公司已到.*3号楼。`))
  expect([...complaints, ...office.complaints]).toEqual([])
})
