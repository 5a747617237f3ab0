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

test('a place without a code on its door has a form of its own', async ({ browser }) => {
  const { page, complaints } = await openBrowser(browser, phone)
  await page.goto('/find-place')
  await page.getByRole('textbox').fill('wyjd')
  await page.getByRole('button', { name: /文苑街道$/ }).click()
  await page.waitForURL(/\/p\/\d+$/)
  await page.getByRole('button', { name: '噪音扰民' }).click()
  await page.getByRole('radio', { name: /装修施工噪音/ }).check()
  await page.getByLabel('说说情况').fill('街口工地夜里十一点还在打桩。')
  await expect(page.getByText(/现在提交，.+ 会在 .+前答复/)).toBeVisible()
  await page.getByRole('button', { name: '提交' }).click()
  await page.waitForURL(/\/r\/[0-9A-Z]{10}$/)
  await expect(page.getByText('文苑街道').first()).toBeVisible()
  await page.getByRole('link', { name: '验一验：确实收到，没被改过' }).click()
  await page.waitForURL(/\/proof$/)
  expect(complaints).toEqual([])
})
