import { expect, test } from '@playwright/test'
import { openBrowser, phone } from '#testing/browser.ts'

test('who has no code finds the place by initials, step by step, or on the map with the keyboard', async ({
  browser,
}) => {
  const { page, complaints } = await openBrowser(browser, phone)
  await page.goto('/find-place')
  await page.getByRole('textbox').fill('bhhy3')
  await page.getByRole('button', { name: /2号院 3号楼$/ }).click()
  await page.waitForURL(/\/d\/[a-z0-9]{10}$/)

  await page.goto('/find-place')
  await page.getByRole('button', { name: '逐级选' }).click()
  for (const name of [/^文苑街道/, /^滨溪社区/, /^滨河花园/]) await page.getByRole('button', { name }).click()
  await page.getByRole('button', { name: /^2号楼/ }).click()
  await page.waitForURL(/\/d\/[a-z0-9]{10}$/)

  await page.goto('/find-place')
  await page.getByRole('button', { name: '看地图' }).click()
  await page.getByRole('button', { name: /方向键移动/ }).focus()
  for (const key of ['+', 'ArrowUp', 'Enter']) await page.keyboard.press(key)
  await expect(page.getByRole('status')).toHaveText(/楼|网格/)
  await page.getByRole('button', { name: '选这里' }).click()
  await page.waitForURL(/\/d\/[a-z0-9]{10}$/)
  expect(complaints).toEqual([])
  await page.context().close()
})
