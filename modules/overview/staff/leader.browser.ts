import { expect, test } from '@playwright/test'
import { desktop, openBrowser, signIn } from '#testing/browser.ts'

test('Li Min of the street sees who is late, opens the number and finds as many rows', async ({
  browser,
}) => {
  const { page, complaints } = await openBrowser(browser, desktop)
  await signIn(page.context(), 'limin')
  await page.goto('/staff/overview?period=year')
  await expect(page.getByRole('heading', { name: '文苑街道概览' })).toBeVisible()

  const late = page.getByRole('region', { name: '谁超期' })
  const [first] = await late.getByRole('listitem').all()
  if (first) {
    const held = first.getByRole('link')
    const count = Number((await held.innerText()).replace(/\D/g, ''))
    await held.click()
    await expect(page.getByRole('heading', { name: '超期未办：明细' })).toBeVisible()
    await expect(page.getByText(`一共 ${count} 件`)).toBeVisible()
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(count + 1)
    await page.goBack()
  }

  const table = page.getByRole('table', { name: '各区域' })
  await table.getByRole('button', { name: '滨溪社区' }).click()
  await expect(page.getByRole('heading', { name: '滨溪社区概览' })).toBeVisible()
  await table.getByRole('button', { name: /超期未办/ }).click()
  await expect(page).toHaveURL(/sort=overdue_now/)
  expect(complaints).toEqual([])
})

test('a grid on the map is reached with the keyboard and opens to its numbers', async ({ browser }) => {
  const { page, complaints } = await openBrowser(browser, desktop)
  await signIn(page.context(), 'chenjing')
  await page.goto('/staff/map')
  const grid = page.getByRole('button', { name: /滨溪第.网格：/ }).first()
  await grid.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const facts = page.getByRole('region', { name: '选中的网格' })
  await expect(facts.getByRole('heading')).toContainText('网格')
  await facts.getByRole('link', { name: /^\d+$/ }).first().click()
  await expect(page).toHaveURL(/list=open/)
  expect(complaints).toEqual([])
})
