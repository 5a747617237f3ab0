import { expect, type Page } from '@playwright/test'
import { saved, type Seeing, type SettingCase, setBack, shows } from './case.ts'

async function renameSubject(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: `改 ${from}`, exact: true }).click()
  await page.getByLabel('名称', { exact: true }).fill(to)
  await saved(page)
}

/** The limit of the grid, with the words residents read. */
async function setLimit(page: Page, days: number, source: string): Promise<void> {
  const grid = page.getByRole('region', { name: '网格', exact: true })
  await grid.getByRole('button', { name: '改', exact: true }).click()
  await grid.getByLabel('多少').fill(String(days))
  await grid.getByLabel('依据').fill(source)
  await saved(page)
}

/** A working day soon, so that ten working days end a day later without it. */
function soonWorking(): string {
  const day = new Date(Date.now() + 2 * 24 * 3600_000)
  while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

/** The due day of what goes to the street, which counts in working days. */
async function dueAtStreet(see: Seeing): Promise<string> {
  const made = await see.calls('sunli', 'POST', '/matter-setup/rules', {
    words: [see.mark],
    toLevel: 'street',
    note: '试工作日历',
  })
  expect(made.status).toBe(200)
  const found = await see.calls('sunli', 'GET', '/matter-setup')
  const { rules } = found.said as { rules: { id: string; note: string }[] }
  let due = ''
  await expect
    .poll(async () => {
      const { said } = await see.calls('sunli', 'POST', '/matter-setup/routing-trials', {
        areaId: await areaOfDoor(see),
        subject: 'pests',
        words: see.mark,
        channel: 'qr',
      })
      const { level, promise } = said as { level: string; promise: { dueAt: string } }
      due = promise.dueAt
      return level
    })
    .toBe('street')
  for (const { id } of rules.filter(({ note }) => note === '试工作日历'))
    await see.calls('sunli', 'DELETE', `/matter-setup/rules/${id}`)
  return due
}

async function areaOfDoor(see: Seeing): Promise<number> {
  const { said } = await see.calls('', 'GET', `/doors/${await see.door()}`)
  return (said as { place: { areaId: number } }).place.areaId
}

let dueBefore = ''

export const matterCases = {
  subjects: {
    as: 'sunli',
    change: (page, { mark }) => renameSubject(page, '噪音扰民', `噪音${mark}`),
    async seen(see, isChanged) {
      const form = await see.resident(`/d/${await see.door()}`)
      await expect(form.getByRole('button', { name: `噪音${see.mark}` })).toHaveCount(isChanged ? 1 : 0)
    },
    audit: (mark) => ['修改事由', mark],
    back: (page, { mark }) => renameSubject(page, `噪音${mark}`, '噪音扰民'),
  },
  policies: {
    as: 'sunli',
    change: (page, { mark }) => setLimit(page, 5, `网格五日办结 ${mark}`),
    async seen(see, isChanged) {
      const { code } = await see.says('墙角有老鼠洞。')
      const receipt = await see.resident(`/r/${code}`)
      await shows(receipt, `网格五日办结 ${see.mark}`, isChanged)
    },
    audit: (mark) => ['改办理时限', mark],
    back: (page) => setLimit(page, 3, '小事网格内3天办结'),
  },
  rules: {
    as: 'sunli',
    async change(page, { mark }) {
      await page.getByRole('button', { name: '添加规则' }).click()
      await page.getByLabel(/^话里的词/).fill(mark)
      await page.keyboard.press('Enter')
      await page.getByLabel('规则说明').fill(`由社区统一消杀 ${mark}`)
      await saved(page)
    },
    async seen(see, isChanged) {
      const { number } = await see.says(`地下室有老鼠 ${see.mark}`)
      const desk = await see.colleague('limin', `/?list=open&q=${number}`)
      const row = desk.getByRole('row').filter({ hasText: number })
      await expect(row.getByText('王芳')).toHaveCount(isChanged ? 0 : 1)
      await row.first().click()
      await shows(desk, `由社区统一消杀 ${see.mark}`, isChanged)
    },
    audit: (mark) => ['设派单规则', mark],
    async back(page, { mark }) {
      const line = page.getByRole('listitem').filter({ hasText: `由社区统一消杀 ${mark}` })
      await line.getByRole('button', { name: '停用' }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /停 ?用/ })
        .click()
      await expect(line).toBeHidden()
    },
  },
  calendar: {
    as: 'sunli',
    async change(page, { mark }) {
      const day = soonWorking()
      await page.getByLabel('年份').fill(day.slice(0, 4))
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: '加一天' }).click()
      await page.getByLabel('日期').last().fill(day)
      await page.getByLabel('什么日子').last().fill(mark.slice(0, 20))
      await page.getByLabel('依据哪个通知').fill(`全区消杀日 ${mark}`)
      await saved(page)
    },
    async seen(see, isChanged) {
      const due = await dueAtStreet(see)
      if (dueBefore === '') dueBefore = due
      if (isChanged) expect(due > dueBefore).toBe(true)
      else expect(due).toBe(dueBefore)
    },
    audit: (mark) => ['改工作日历', mark],
    async back(page, { mark }) {
      await page.getByLabel('年份').fill(soonWorking().slice(0, 4))
      await page.keyboard.press('Enter')
      await expect(page.getByLabel('依据哪个通知')).toHaveValue(`全区消杀日 ${mark}`)
      await page.getByRole('button', { name: '照国务院公布的填' }).click()
      await expect(page.getByLabel('依据哪个通知')).not.toHaveValue(`全区消杀日 ${mark}`)
    },
  },
  templates: {
    as: 'sunli',
    async change(page, { mark }) {
      await page.getByRole('button', { name: '添加模板' }).click()
      await page.getByLabel('名称').fill(mark)
      await page.getByLabel('内容').fill('消杀公司已到{地点}。')
      await saved(page)
    },
    async seen(see, isChanged) {
      const { number } = await see.says('厨房有蟑螂。')
      const { said } = await see.calls('chenjing', 'GET', `/matters?list=all&q=${number}`)
      const [matter] = (said as { items: { id: string }[] }).items
      await see.calls('chenjing', 'PUT', `/matters/${matter?.id}/acceptance`, { take: true })
      const desk = await see.colleague('chenjing', `/?m=${matter?.id}`)
      const acts = desk.getByRole('group', { name: '可以做的事' })
      await acts.getByRole('button', { name: '答复' }).click()
      const form = desk.getByRole('form', { name: '答复居民' })
      const picker = form.getByLabel(/用模板/)
      if (!isChanged && (await picker.count()) === 0) return
      await picker.click()
      await expect(desk.getByTitle(see.mark)).toHaveCount(isChanged ? 1 : 0)
    },
    audit: (mark) => ['保存答复模板', mark],
    async back(page, { mark }) {
      const kept = page.getByRole('region', { name: mark })
      await kept.getByRole('button', { name: '停用' }).click()
      await expect(kept.getByText('已停用')).toBeVisible()
    },
  },
  loop: {
    as: 'sunli',
    async change(page) {
      await page.getByLabel('答复或办结后几天内可以说没解决').fill('40')
      await saved(page)
    },
    async seen(see, isChanged) {
      const days = await reopenDays(see)
      expect(days).toBe(isChanged ? 40 : 15)
    },
    audit: () => ['修改设置', '回访和督办的规则', '15 → 40'],
    back: setBack,
  },
} satisfies Record<string, SettingCase>

/** How long after its answer a resident may say that it is not settled, as the receipt promises. */
async function reopenDays(see: Seeing): Promise<number> {
  const { number, code } = await see.says('阳台有蚂蚁。')
  const { said } = await see.calls('chenjing', 'GET', `/matters?list=all&q=${number}`)
  const [matter] = (said as { items: { id: string }[] }).items
  await see.calls('chenjing', 'PUT', `/matters/${matter?.id}/acceptance`, { take: true })
  const answered = await see.calls('chenjing', 'PUT', `/matters/${matter?.id}/answer`, {
    words: '已消杀。',
    outcome: 'explained',
    photoIds: [],
  })
  expect(answered.status, JSON.stringify(answered.said)).toBe(200)
  const receipt = await see.calls('', 'GET', `/receipts/${code}`)
  const { reopenUntil } = receipt.said as { reopenUntil: string }
  return Math.round((Date.parse(reopenUntil) - Date.now()) / (24 * 3600_000))
}
