import { expect, type Page } from '@playwright/test'
import { saved, type Seeing, type SettingCase, setBack, shows } from './case.ts'

async function buildingOfDoor(see: Seeing): Promise<number> {
  const { said } = await see.calls('', 'GET', `/doors/${await see.door()}`)
  return (said as { place: { areaId: number } }).place.areaId
}

async function rename(page: Page, areaId: number, name: string): Promise<void> {
  await page.goto(`/staff/areas?area=${areaId}`)
  await page.getByRole('button', { name: /^修 ?改$/ }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('名称').fill(name)
  await form.getByRole('button', { name: /^保 ?存$/ }).click()
  await expect(page.getByText(`已修改“${name}”`)).toBeVisible()
}

let building = 0
let token = ''

export const placeCases = {
  areas: {
    as: 'sunli',
    async change(page, see) {
      building = await buildingOfDoor(see)
      await rename(page, building, `三号楼${see.mark}`)
    },
    async seen(see, isChanged) {
      if (building === 0) return
      const { said } = await see.calls('', 'GET', `/home`)
      const { demoDoors } = said as { demoDoors: { token: string; pathNames: string[] }[] }
      const [door] = demoDoors
      const form = await see.resident(`/d/${door?.token ?? ''}`)
      await shows(form, isChanged ? new RegExp(`三号楼${see.mark}`) : /3号楼/, true)
    },
    audit: (mark) => ['修改区域', mark],
    back: (page) => rename(page, building, '3号楼'),
  },
  'door-codes': {
    as: 'sunli',
    async change(page, see) {
      await page.goto(`/staff/areas?area=${await buildingOfDoor(see)}&tab=codes`)
      await page.getByRole('button', { name: '做一个门码' }).click()
      await page.getByLabel(/^贴在哪里/).fill(see.mark)
      await page.getByRole('dialog').getByRole('button', { name: '做一个门码' }).click()
      const row = page.getByRole('row').filter({ hasText: see.mark })
      await expect(row).toBeVisible()
      token = /[0-9a-z]{10}/.exec(await row.innerText())?.[0] ?? ''
    },
    async seen(see, isChanged) {
      if (token === '') return
      const form = await see.resident(`/d/${token}`)
      await shows(form, new RegExp(see.mark), isChanged)
      const posters = await see.colleague('chenjing', `/areas/${await buildingOfDoor(see)}/posters`)
      await shows(posters, see.mark, isChanged)
    },
    audit: (mark) => ['制作门码', mark],
    async back(page, see) {
      await page.goto(`/staff/areas?area=${await buildingOfDoor(see)}&tab=codes`)
      const row = page.getByRole('row').filter({ hasText: see.mark })
      await row.getByRole('button', { name: /停 ?用/ }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^停 ?用$/ })
        .click()
      await expect(row).toBeHidden()
    },
  },
  posters: {
    as: 'sunli',
    async change(page, { mark }) {
      await page.getByLabel('大标题').fill(`有事说${mark}`.slice(0, 20))
      await saved(page)
    },
    async seen(see, isChanged) {
      const posters = await see.colleague('chenjing', `/areas/${await buildingOfDoor(see)}/posters`)
      await expect(
        posters.getByRole('heading', { name: isChanged ? see.mark : '有事扫一扫' }).first(),
      ).toBeVisible()
    },
    audit: (mark) => ['修改设置', '海报文字', mark],
    back: setBack,
  },
  'base-map': {
    as: 'sunli',
    async change(page, { mark }) {
      await page.getByLabel('瓦片地址').fill('https://tiles.example.gov.cn/{z}/{x}/{y}.png')
      await page.getByLabel('来源和审图号').fill(`区测绘院 ${mark}`)
      await page.getByRole('button', { name: /^保 ?存$/ }).click()
      await expect(page.getByRole('region', { name: '改动记录' }).getByText(mark)).toBeVisible()
    },
    async seen(see, isChanged) {
      const map = await see.colleague('chenjing', `/areas?area=${await buildingOfDoor(see)}&tab=map`)
      await shows(map, `区测绘院 ${see.mark}`, isChanged)
    },
    audit: (mark) => ['修改设置', '底图', mark],
    back: setBack,
  },
} satisfies Record<string, SettingCase>
