import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { desktop, openBrowser, productUrl, seriousFindings, signIn } from '#testing/browser.ts'

type Named = { id: number; name: string }

async function read<Answer>(context: BrowserContext, path: string): Promise<Answer> {
  const answer = await context.request.get(`${productUrl}/api/v1${path}`)
  expect(answer.status(), path).toBe(200)
  return (await answer.json()) as Answer
}

/** Finds an area by the names on the way to it. */
async function areaOf(context: BrowserContext, ...names: string[]): Promise<number> {
  let id: number | undefined
  for (const name of names) {
    const { items } = await read<{ items: Named[] }>(context, `/areas${id ? `?parent=${id}` : ''}`)
    id = items.find((each) => each.name === name)?.id
    if (!id) throw new Error(`there is no ${name}`)
  }
  return id ?? 0
}

/** A neighbour says it at a building; the answer holds the number of the matter. */
async function reportedAt(context: BrowserContext, areaId: number, words: string): Promise<string> {
  const answer = await context.request.post(`${productUrl}/api/v1/reports`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { areaId, subject: 'pests', words, photoIds: [] },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  return ((await answer.json()) as { number: string }).number
}

/** What the page says: every number in the cards, the rates and the table, with the days they are of. */
async function said(page: Page, name: string): Promise<string[]> {
  await expect(page.getByRole('heading', { name: `${name}概览` })).toBeVisible()
  await expect(page.locator('.v-page.is-stale')).toHaveCount(0)
  const parts = [
    page.locator('.v-days'),
    page.getByRole('list', { name: '最要紧的五个数' }),
    page.getByRole('region', { name: '三率' }),
    page.getByRole('region', { name: '各区域' }),
  ]
  return Promise.all(parts.map((part) => part.innerText()))
}

/** Last month's report of the community, and that of the grid as one opens it from there. */
async function lastMonth(page: Page, community: number): Promise<{ whole: string[]; grid: string[] }> {
  await page.goto(`/staff/overview?area=${community}&period=month`)
  await page.getByRole('button', { name: '往前一段' }).click()
  await expect(page).toHaveURL(/on=/)
  const whole = await said(page, '滨溪社区')
  await page.getByRole('table', { name: '各区域' }).getByRole('button', { name: '滨溪第五网格' }).click()
  return { whole, grid: await said(page, '滨溪第五网格') }
}

/** Cuts the grid on the map from the left to the right, between the two rows of its buildings. */
async function cut(page: Page): Promise<void> {
  await page.getByRole('button', { name: '在图上划一刀' }).click()
  const map = page.getByRole('group', { name: /的楼栋/ })
  const box = await map.boundingBox()
  if (!box) throw new Error('there is no map')
  for (const x of [0.3, 0.7]) await map.click({ position: { x: box.width * x, y: box.height * 0.72 } })
  await page.getByRole('button', { name: '切开' }).click()
}

/** Decides a post in the preview: where its holder goes on, or that it ends. */
async function decide(page: Page, holder: RegExp, where: string): Promise<void> {
  const offered = page.locator('.ant-select-dropdown:visible')
  for (const field of await page.getByRole('combobox', { name: holder }).all()) {
    await field.click()
    await offered.getByTitle(where, { exact: true }).click()
    await page.keyboard.press('Escape')
    await expect(offered).toHaveCount(0)
  }
}

type House = Named & { gridId?: number; point: { lat: number } }

/** The northernmost and the southernmost building of a grid. */
async function ends(context: BrowserContext, areaId: number, grid: number): Promise<[House, House]> {
  const shapes = await read<{ buildings: House[] }>(context, `/areas/${areaId}/shapes`)
  const houses = shapes.buildings.filter(({ gridId }) => gridId === grid)
  const [south, ...rest] = houses.toSorted((a, b) => a.point.lat - b.point.lat)
  const north = rest.at(-1)
  if (!south || !north) throw new Error('the grid has no buildings')
  return [north, south]
}

const [northName, southName] = ['文苑新城北网格', '文苑新城南网格']
const later = / 以后$/

/** What Sun Li does on the screen: names, a cut, who goes on where, and the day is today. */
async function split(page: Page, grid: number, houses: [House, House]): Promise<void> {
  await page.goto(`/staff/areas?area=${grid}`)
  await page.getByRole('link', { name: '调整网格' }).click()
  await cut(page)
  const [north] = houses
  const first = page.getByRole('row').filter({ hasText: new RegExp(`^${north.name}`) })
  const isFirstNorth = (await first.locator('.ant-select-content').innerText()).startsWith('1 ')
  const names = isFirstNorth ? [northName, southName] : [southName, northName]
  for (const [index, name] of names.entries())
    await page.getByRole('textbox', { name: `第${index + 1}个网格的名称` }).fill(name)
  await page.getByRole('button', { name: '看看会怎样' }).click()
  const preview = page.getByRole('region', { name: /起会这样$/ })
  await expect(preview.getByText('“滨溪第五网格”到那天为止')).toBeVisible()
  await expect(preview.getByRole('button', { name: '从今天起调整' })).toBeDisabled()

  await decide(page, /^吴小梅/, northName)
  await decide(page, /^(姚强|叶彬)/, southName)
  const others = page.getByRole('combobox', { name: later })
  const holders = await others.evaluateAll((fields) =>
    fields.map((field) => field.getAttribute('aria-label')),
  )
  for (const label of holders)
    if (label && !/^(吴小梅|姚强|叶彬)/.test(label)) await decide(page, new RegExp(`^${label}`), '结束')
  expect(await seriousFindings(page)).toEqual([])
  await preview.getByRole('button', { name: '从今天起调整' }).click()
  await expect(page.getByText('已经调整好了')).toBeVisible()
}

/** Whether somebody's desk shows the matter among what is open. */
async function finds(page: Page, number: string): Promise<boolean> {
  await page.goto(`/staff?list=open&q=${number}`)
  await page.waitForLoadState('networkidle')
  return page.getByRole('row').filter({ hasText: number }).first().isVisible()
}

test('a grid is split today: last month says what it said, open matters go to the right heir', async ({
  browser,
}) => {
  test.setTimeout(150_000)
  const street = await openBrowser(browser, desktop)
  await signIn(street.page.context(), 'limin')
  const context = street.page.context()
  const quarter = await areaOf(context, '文苑街道', '滨溪社区', '文苑新城')
  const community = await areaOf(context, '文苑街道', '滨溪社区')
  const grid = await areaOf(context, '文苑街道', '滨溪社区', '文苑新城', '滨溪第五网格')
  const [north, south] = await ends(context, quarter, grid)
  const atNorth = await reportedAt(context, north.id, '北边楼道里有老鼠。')
  const atSouth = await reportedAt(context, south.id, '南边楼道里有老鼠。')
  const before = await lastMonth(street.page, community)
  expect(before.grid[1]).toMatch(/收件\s+[1-9]/)

  const office = await openBrowser(browser, desktop)
  await signIn(office.page.context(), 'sunli')
  await split(office.page, grid, [north, south])

  expect(await lastMonth(street.page, community)).toEqual(before)

  await office.page.goto(`/staff/areas?area=${grid}`)
  await expect(office.page.getByText(/“滨溪第五网格”已于.*撤销/)).toBeVisible()
  await expect(office.page.getByText(/拆分为：/)).toBeVisible()
  await office.page.getByRole('button', { name: southName }).first().click()
  await expect(office.page.getByText(/由下面的网格拆分而来：/)).toBeVisible()
  await expect(office.page.getByRole('button', { name: '滨溪第五网格' })).toBeVisible()

  // Wu Xiaomei goes on in the north and keeps what lies there; the leader of the south gets what lies in the south.
  const { page: south1 } = await openBrowser(browser, desktop)
  await signIn(south1.context(), 'yaoqiang')
  await expect
    .poll(
      async () => {
        const { items } = await read<{ items: { number: string }[] }>(south1.context(), '/matters?list=mine')
        return items.map(({ number }) => number)
      },
      { timeout: 20_000 },
    )
    .toContain(atSouth)
  expect(await finds(south1, atSouth)).toBe(true)
  await south1.getByRole('row').filter({ hasText: atSouth }).first().click()
  await expect(south1.getByText(`网格调整，这里现在由${southName}负责`)).toBeVisible()
  expect(await finds(south1, atNorth)).toBe(false)

  const { page: helper } = await openBrowser(browser, desktop)
  await signIn(helper.context(), 'yebin')
  expect(await finds(helper, atSouth)).toBe(true)
  const { page: worker } = await openBrowser(browser, desktop)
  await signIn(worker.context(), 'wuxiaomei')
  expect(await finds(worker, atNorth)).toBe(true)
  expect(await finds(worker, atSouth)).toBe(false)
  expect([...street.complaints, ...office.complaints]).toEqual([])
})
