import { expect, test } from '@playwright/test'
import { desktop, openBrowser, seriousFindings, signIn } from '#testing/browser.ts'

test('陈静 prints work orders of two chosen matters, then 李敏 the supervision card of a late one', async ({
  browser,
}) => {
  const { page, complaints } = await openBrowser(browser, desktop)
  await signIn(page.context(), 'chenjing')
  await page.goto('/staff')
  for (const row of [1, 2]) await page.getByRole('row').nth(row).getByRole('checkbox').check()
  await page.getByRole('button', { name: '打印工单' }).click()
  await expect(page.getByText('2 张')).toBeVisible()
  await expect(page.getByRole('heading', { name: '工单' })).toHaveCount(2)
  expect(await seriousFindings(page)).toEqual([])
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeHidden()
  const sheet = page.locator('.p-paper').first()
  for (const part of ['编号', '期限', '承办', '反映的内容', '办理结果', '经办人签字'])
    await expect(sheet).toContainText(part)
  expect(await sheet.innerText()).not.toMatch(/1[3-9]\d\*{4}\d{4}/)

  const street = await openBrowser(browser, desktop)
  await signIn(street.page.context(), 'limin')
  await street.page.goto('/staff?list=raised')
  await street.page.getByRole('row').nth(1).click()
  const detail = street.page.getByRole('region', { name: '这件事的详情' })
  await detail.getByRole('button', { name: /打 ?印/ }).click()
  await street.page.getByText('督办单', { exact: true }).click()
  const card = street.page.locator('.p-paper')
  await expect(card.getByRole('heading', { name: '督办单' })).toBeVisible()
  await expect(card).toContainText(/自 .* 起超期/)
  await expect(card).toContainText('督办人签字')
  expect([...complaints, ...street.complaints]).toEqual([])
})
