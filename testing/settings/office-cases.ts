import { expect } from '@playwright/test'
import { saved, type SettingCase, setBack, shows } from './case.ts'

const settingChanged = (what: string) => (mark: string) => ['修改设置', what, mark]

export const officeCases = {
  office: {
    as: 'sunli',
    async change(page, { mark }) {
      await page.getByLabel('名称').fill(`文苑服务中心${mark}`)
      await page.getByRole('button', { name: '加一个电话' }).click()
      await page.getByLabel('第 1 个电话的用途').fill('服务热线')
      await page.getByLabel('第 1 个电话的号码').fill('12345')
      await saved(page)
    },
    async seen(see, isChanged) {
      const home = await see.resident('/')
      await shows(home, `文苑服务中心${see.mark}`, isChanged)
      await expect(home.getByRole('link', { name: '12345' })).toHaveCount(isChanged ? 1 : 0)
      if (isChanged) await expect(home).toHaveTitle(new RegExp(see.mark))
      const desk = await see.colleague('chenjing', '/')
      await shows(desk, `文苑服务中心${see.mark}`, isChanged)
    },
    audit: settingChanged('单位信息'),
    back: setBack,
  },
  notice: {
    as: 'sunli',
    async change(page, { mark }) {
      await page.getByLabel('第 1 段的内容').first().fill(`只有办这件事的人看得到。${mark}`)
      await saved(page, /^存成新的一版$/)
    },
    async seen(see, isChanged) {
      const form = await see.resident(`/d/${await see.door()}`)
      await form.locator('a[href^="/notice"]').first().click()
      await shows(form, `只有办这件事的人看得到。${see.mark}`, isChanged)
    },
    audit: () => ['修改设置', '个人信息告知'],
    back: setBack,
  },
  retention: {
    as: 'sunli',
    async change(page) {
      await page.getByLabel('办结以后保存几个月').fill('6')
      await saved(page)
    },
    async seen(see, isChanged) {
      const { code } = await see.says('楼道里有蟑螂。')
      const rights = await see.resident('/rights')
      await rights.getByRole('textbox', { name: '查询码' }).fill(code)
      await rights.getByRole('button', { name: '打开' }).click()
      await shows(rights, `办结 ${isChanged ? 6 : 24} 个月后`, true)
    },
    audit: () => ['修改设置', '联系方式保存多久', '24 → 6'],
    back: setBack,
  },
} satisfies Record<string, SettingCase>
