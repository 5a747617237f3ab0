import { expect, type Page } from '@playwright/test'
import { demoPassword } from '#modules/people/server/door.ts'
import { saved, type Seeing, type SettingCase, setBack, shows } from './case.ts'

const findAccount = async (page: Page, name: string, state?: string): Promise<void> => {
  if (state) await page.goto(`/staff/accounts?state=${state}`)
  await page.getByRole('button', { name: `处理 ${name}` }).click()
}

/** Whether Mao Hui gets in with the password that is right. */
async function mayEnter(see: Seeing): Promise<number> {
  const { status } = await see.calls('', 'POST', '/session', { login: 'maohui', password: demoPassword })
  return status
}

/** The grid of 3号楼, where nobody of another community has a post. */
async function gridOfDoor(see: Seeing): Promise<number> {
  const { said } = await see.calls('', 'GET', `/doors/${await see.door()}`)
  const { areaId } = (said as { place: { areaId: number } }).place
  let id: number | undefined = areaId
  while (id) {
    const answer = await see.calls('sunli', 'GET', `/areas/${id}`)
    const { area } = answer.said as { area: { kind: string; parentId?: number } }
    if (area.kind === 'grid') return id
    id = area.parentId
  }
  throw new Error('the door lies in no grid')
}

export const peopleCases = {
  posts: {
    as: 'zhengkai',
    async change(page, see) {
      await page.goto(`/staff/posts?area=${await gridOfDoor(see)}`)
      await page.getByRole('button', { name: '设一个岗位' }).click()
      const form = page.getByRole('dialog')
      await form.getByLabel('岗位', { exact: true }).click()
      await page.locator('.ant-select-dropdown:visible').getByTitle('兼职网格员').click()
      await form.getByRole('combobox', { name: '已有账号' }).fill('毛辉')
      await page.locator('.ant-select-dropdown:visible').getByText('毛辉').first().click()
      await form.getByLabel(/^职责/).fill(see.mark)
      await form.getByRole('button', { name: /设 ?岗/ }).click()
      await expect(page.getByText(/已设：毛辉/)).toBeVisible()
    },
    async seen(see, isChanged) {
      const board = await see.colleague('chenjing', `/areas/${await gridOfDoor(see)}/duties`)
      await shows(board, '毛辉', isChanged)
    },
    audit: () => ['设岗位', '郑凯'],
    async back(page, see) {
      await page.goto(`/staff/posts?area=${await gridOfDoor(see)}`)
      const row = page.getByRole('row').filter({ hasText: '毛辉' })
      await row.getByRole('button', { name: /结 ?束/ }).click()
      await page.getByRole('dialog').getByRole('button', { name: '结束岗位' }).click()
      await expect(row).toBeHidden()
    },
  },
  accounts: {
    as: 'zhengkai',
    async change(page, { mark }) {
      await findAccount(page, '毛辉')
      await page.getByRole('button', { name: '停用账号' }).click()
      await page.getByLabel('原因').fill(mark)
      await page.getByRole('dialog').getByRole('button', { name: '停用账号' }).click()
      await expect(page.getByText('毛辉的账号已停用')).toBeVisible()
    },
    seen: async (see, isChanged) => expect(await mayEnter(see)).toBe(isChanged ? 401 : 200),
    audit: (mark) => ['停用账号', mark],
    async back(page) {
      await findAccount(page, '毛辉', 'disabled')
      await page.getByRole('button', { name: '恢复账号' }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /确 ?定/ })
        .click()
      await expect(page.getByText('毛辉的账号已恢复')).toBeVisible()
    },
  },
  'sign-in': {
    as: 'zhengkai',
    async change(page) {
      await page.getByLabel('至少几位').fill('20')
      await saved(page)
    },
    async seen(see, isChanged) {
      const own = await see.colleague('limin', '/account')
      await own.getByRole('button', { name: '改密码' }).click()
      await shows(own, `至少 ${isChanged ? 20 : 10} 位`, true)
      if (!isChanged) return
      await own.getByLabel('现在的密码').fill(demoPassword)
      await own.getByLabel('新密码', { exact: true }).fill('Qiao-2026-xi')
      await own.getByLabel('再输一遍新密码').fill('Qiao-2026-xi')
      await own.getByRole('button', { name: /^改 ?好$/ }).click()
      await expect(own.getByRole('alert').first()).toContainText('太短')
    },
    audit: () => ['修改设置', '登录安全', '10 → 20'],
    back: setBack,
  },
  organisations: {
    as: 'sunli',
    async change(page, { mark }) {
      await page.getByRole('button', { name: '登记单位' }).click()
      const form = page.getByRole('dialog')
      await form.getByLabel('名称').fill(`文苑物业${mark}`)
      await form.getByLabel('类别').click()
      await page.locator('.ant-select-dropdown:visible').getByTitle('物业公司').click()
      await form.getByLabel('所在区域').click()
      await page.locator('.ant-select-dropdown:visible').getByTitle('锦河区').click()
      await form.getByRole('button', { name: /登 ?记/ }).click()
      await expect(page.getByText(`已登记“文苑物业${mark}”`)).toBeVisible()
    },
    async seen(see, isChanged) {
      const list = await see.colleague('chenjing', '/organisations')
      await list.getByRole('searchbox', { name: '名称或信用代码' }).fill(see.mark)
      await expect(list.getByRole('row').filter({ hasText: see.mark })).toHaveCount(isChanged ? 1 : 0)
    },
    audit: (mark) => ['新增单位', mark],
    async back(page, { mark }) {
      await page.getByRole('searchbox', { name: '名称或信用代码' }).fill(mark)
      await page.getByRole('button', { name: new RegExp(mark) }).click()
      await page.getByRole('button', { name: /撤 ?销/ }).click()
      await page.getByLabel('为什么撤销').fill('登记错了。')
      await page
        .getByRole('dialog')
        .last()
        .getByRole('button', { name: /^撤 ?销$/ })
        .click()
      await expect(page.getByText(`“文苑物业${mark}”已撤销`)).toBeVisible()
    },
  },
} satisfies Record<string, SettingCase>
