import { type Browser, expect, type Page, test } from '@playwright/test'
import { demoDoor, desktop, openBrowser, productUrl, seriousFindings, signIn } from '#testing/browser.ts'

type Said = { words: string; building?: string; subject?: string }

/** A resident of the demonstration says it over the wire: the desk is what is tried here. */
async function reported(browser: Browser, { words, building = '3号楼', subject = 'pests' }: Said) {
  const context = await browser.newContext()
  const door = await demoDoor(context, building)
  const answer = await context.request.post(`${productUrl}/api/v1/reports`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { door: door.token, subject, words, photoIds: [], contactPhone: '10000002468' },
  })
  expect(answer.status()).toBe(200)
  const { number } = (await answer.json()) as { number: string }
  await context.close()
  return number
}

async function search(page: Page, text: string): Promise<void> {
  await page
    .getByRole('textbox', { name: '查找' })
    .or(page.getByRole('searchbox', { name: '查找' }))
    .fill(text)
  await page.keyboard.press('Enter')
}

const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })
const mark = () => `记号${Date.now() % 1_000_000}`

test('a clerk finds a matter by words, by the tail of its number, by pinyin and by the end of a phone', async ({
  browser,
}) => {
  const { page, complaints } = await openBrowser(browser, desktop)
  await signIn(page.context(), 'chenjing')
  const words = `墙角有老鼠洞 ${mark()}`
  const number = await reported(browser, { words })
  await page.goto('/staff')

  await search(page, words)
  await expect(rowOf(page, number)).toBeVisible()
  await expect(rowOf(page, number).locator('mark').first()).toHaveText(/墙角|老鼠/)
  await search(page, number.slice(-4))
  await expect(rowOf(page, number)).toBeVisible()
  await search(page, `bhhy ${words.split(' ')[0]}`)
  await expect(rowOf(page, number)).toBeVisible()
  await expect(rowOf(page, number).locator('mark').filter({ hasText: '滨河花园' })).toBeVisible()

  await search(page, '2468')
  await page.getByRole('button', { name: '按手机尾号 2468 找' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(number) })
    .click()
  await expect(page.getByRole('region', { name: '这件事的详情' }).getByText(words)).toBeVisible()

  await search(page, '漏')
  await expect(page.getByText('一个字太少，请写两个字以上。')).toBeVisible()
  expect(await seriousFindings(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('what one clerk does shows on the screen of another without a reload, and nothing jumps', async ({
  browser,
}) => {
  const [chen, zhao] = [await openBrowser(browser, desktop), await openBrowser(browser, desktop)]
  await signIn(chen.page.context(), 'chenjing')
  await signIn(zhao.page.context(), 'zhaojianguo')
  const words = `垃圾桶旁边有老鼠 ${mark()}`
  const number = await reported(browser, { words })
  await zhao.page.goto('/staff')
  await search(zhao.page, number)
  await rowOf(zhao.page, number).getByText(words).click()
  const detail = zhao.page.getByRole('region', { name: '这件事的详情' })
  await expect(detail.getByText(words)).toBeVisible()

  await chen.page.goto(`/staff?q=${number}`)
  await rowOf(chen.page, number).getByText(words).click()
  const acts = chen.page.getByRole('group', { name: '可以做的事' })
  await acts.getByRole('button', { name: '受理' }).click()
  await chen.page
    .getByRole('form', { name: '受理这件事' })
    .getByRole('button', { name: '受理，我来办' })
    .click()
  await expect(acts.getByRole('button', { name: '答复' })).toBeVisible()

  await expect(rowOf(zhao.page, words).getByText('已受理')).toBeVisible({ timeout: 15_000 })
  await expect(detail.getByText('有新进展。')).toBeVisible()
  await expect(detail.getByText('陈静已受理')).toBeHidden()
  await detail.getByRole('button', { name: '看看' }).click()
  await expect(detail.getByText('陈静已受理')).toBeVisible()
  expect([...chen.complaints, ...zhao.complaints]).toEqual([])
})

test('several are assigned at once: what can be done is said before, each has its result after', async ({
  browser,
}) => {
  const { page, complaints } = await openBrowser(browser, desktop)
  await signIn(page.context(), 'chenjing')
  const word = mark()
  const numbers = [
    await reported(browser, { words: `一单元有蟑螂 ${word}` }),
    await reported(browser, { words: `二单元有蟑螂 ${word}` }),
  ]
  await page.goto(`/staff?q=${word}`)
  for (const number of numbers) await rowOf(page, number).getByRole('checkbox').check()
  await page.getByRole('group', { name: '已选的办件' }).getByRole('button', { name: '派给' }).click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText('2 件都可以办。')).toBeVisible()
  await drawer.getByRole('radio', { name: /王芳/ }).check()
  expect(await seriousFindings(page)).toEqual([])
  await drawer.getByRole('button', { name: '派给 2 件' }).click()
  await expect(drawer.getByText('2 件都办好了。')).toBeVisible()
  await drawer.getByRole('button', { name: '关上' }).click()
  for (const number of numbers) {
    await expect(rowOf(page, number).getByText('王芳')).toBeVisible({ timeout: 15_000 })
  }

  for (const number of numbers) await rowOf(page, number).getByRole('checkbox').check()
  await page.getByRole('group', { name: '已选的办件' }).getByRole('button', { name: '受理' }).click()
  await expect(drawer.getByText('选的 2 件都不行。')).toBeVisible()
  await expect(drawer.getByText('这件事现在的状态不能这样办', { exact: false }).first()).toBeVisible()
  expect(complaints).toEqual([])
})

test('a matter is accepted and answered with the keyboard alone', async ({ browser }) => {
  const { page, complaints } = await openBrowser(browser, desktop)
  await signIn(page.context(), 'chenjing')
  const words = `楼梯间有虫子 ${mark()}`
  const number = await reported(browser, { words })
  await page.goto('/staff')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type(number)
  await page.keyboard.press('Enter')
  await expect(rowOf(page, number)).toBeVisible()
  await page.locator('body').press('Escape')
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  await expect(page.getByRole('form', { name: '受理这件事' })).toBeVisible()
  await page.keyboard.press('Enter')
  const acts = page.getByRole('group', { name: '可以做的事' })
  await expect(acts.getByRole('button', { name: '答复' })).toBeVisible()

  await acts.getByRole('button', { name: '答复' }).focus()
  await page.keyboard.press('Enter')
  const form = page.getByRole('form', { name: '答复居民' })
  await expect(form.getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.type('已请消杀公司明天上午来。')
  await form.getByRole('button', { name: '答复' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('已答复，居民可以看到了。')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/[?&]m=/)
  expect(complaints).toEqual([])
})

test('two reports of the same thing become one matter, side by side before', async ({ browser }) => {
  const { page, complaints } = await openBrowser(browser, desktop)
  await signIn(page.context(), 'chenjing')
  const word = mark()
  const into = await reported(browser, { words: `地下室老鼠成灾 ${word}` })
  const from = await reported(browser, { words: `地下室好多老鼠 ${word}` })
  await page.goto(`/staff?q=${from}`)
  await rowOf(page, from).getByText(word).click()
  const detail = page.getByRole('region', { name: '这件事的详情' })
  await detail.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '并案' }).click()
  const form = page.getByRole('form', { name: '和另一件并在一起办' })
  await form.getByLabel('按编号找').fill(into.slice(-4))
  await form.getByRole('button', { name: '查找' }).click()
  await form.getByRole('radio', { name: new RegExp(into) }).check()
  const compare = form.getByRole('table', { name: '两件对照' })
  await expect(compare.getByText(`地下室老鼠成灾 ${word}`)).toBeVisible()
  await expect(compare.getByText(`地下室好多老鼠 ${word}`)).toBeVisible()
  await form.getByLabel('为什么并案').fill('同一个地下室。')
  await form.getByRole('button', { name: '并案' }).click()
  await expect(detail.getByText('已并案，来件都转过去了。')).toBeVisible()
  await detail.getByRole('button', { name: into }).first().click()
  await expect(detail.getByText('2 个人反映')).toBeVisible()
  expect(complaints).toEqual([])
})
