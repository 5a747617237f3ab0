import { expect } from '@playwright/test'
import { productUrl } from '../browser.ts'
import { saved, type SettingCase, setBack, shows } from './case.ts'

export const programCases = {
  channels: {
    as: 'sunli',
    async change(page, { mark }) {
      const email = page.getByRole('region', { name: '邮件' })
      await email.getByLabel('邮件服务器').fill(`${mark.replace(/\D/g, '')}.mail.example.gov.cn`)
      await email.getByLabel('发件人').fill('网格中心 <wg@example.gov.cn>')
      await email.getByRole('switch', { name: '邮件 开通' }).click()
      await expect(email.getByText('已开通')).toBeVisible()
    },
    async seen(see, isChanged) {
      const own = await see.colleague('limin', '/notices/own')
      await shows(own, '短信', true)
      await expect(own.locator('.nt-row-name', { hasText: '邮件' })).toHaveCount(isChanged ? 1 : 0)
    },
    audit: (mark) => ['修改设置', '发送渠道', mark.replace(/\D/g, '')],
    back: setBack,
  },
  'open-interface': {
    as: 'sunli',
    async change(page, { mark }) {
      await page.getByLabel(/^开发者联系谁/).fill(`区网格中心 ${mark}`)
      await saved(page)
    },
    async seen(see, isChanged) {
      const home = await see.resident('/')
      const answer = await home.context().request.get(`${productUrl}/open311/v2/discovery.xml`)
      expect((await answer.text()).includes(see.mark)).toBe(isChanged)
    },
    audit: (mark) => ['修改设置', '开放接口', mark],
    back: setBack,
  },
  webhooks: {
    as: 'sunli',
    async change(page) {
      await page.getByLabel(/^允许的内网地址/).fill('10.9.8.0/24')
      await saved(page)
    },
    async seen(see, isChanged) {
      const wanted = { name: `试推送 ${see.mark}`, url: 'http://10.9.8.7/hook', kinds: ['closed'] }
      const { status, said } = await see.calls('sunli', 'POST', '/webhooks', wanted)
      expect(status).toBe(isChanged ? 200 : 400)
      if (!isChanged) return
      const { id } = said as { id: string }
      await see.calls('sunli', 'DELETE', `/webhooks/${id}`)
    },
    audit: () => ['修改设置', '事件推送的规则', '10.9.8.0/24'],
    back: setBack,
  },
} satisfies Record<string, SettingCase>
