import { type Browser, expect, type Page, test } from '@playwright/test'
import * as otpauth from 'otpauth'
import { demoPassword } from '#modules/people/server/door.ts'
import { desktop, openBrowser, phone, productUrl, seriousFindings, signIn } from '#testing/browser.ts'
import { startSignInService } from '#testing/sign-in-service.ts'

const shown = (secret: string, halfMinutes = 0): string =>
  new otpauth.TOTP({ secret: secret.replaceAll(' ', '') }).generate({
    timestamp: Date.now() + halfMinutes * 30_000,
  })

async function signsInAtDesk(page: Page, login: string): Promise<void> {
  await page.goto('/staff/sign-in')
  await page.getByLabel('账号', { exact: true }).fill(login)
  await page.getByLabel('密码', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

async function asZhengkai(browser: Browser, change: (page: Page) => Promise<void>): Promise<void> {
  const { page } = await openBrowser(browser, desktop)
  await signIn(page.context(), 'zhengkai')
  await page.goto('/staff/sign-in-rules')
  await change(page)
  await page.context().close()
}

test('a second factor: bound at the desk, asked for at sign-in, wrong code, recovery code', async ({
  browser,
}) => {
  const { page } = await openBrowser(browser, desktop)
  await signIn(page.context(), 'qiaomin')
  await page.goto('/staff/account')
  await page.getByRole('button', { name: '绑定手机验证器' }).click()
  await page.getByLabel('现在的密码').fill(demoPassword)
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByRole('img', { name: '绑定用的二维码' })).toBeVisible()
  expect(await seriousFindings(page)).toEqual([])
  const secret = await page.locator('.fa-secret').innerText()
  await page.getByLabel('验证器里显示的六位数字').fill(shown(secret))
  await page.getByRole('button', { name: '绑定', exact: true }).click()
  const recovery = await page.locator('.fa-codes code').first().innerText()
  await page.getByRole('button', { name: '已经收好' }).click()
  await expect(page.getByText('恢复码还剩 10 个。')).toBeVisible()
  await page.context().close()

  const { page: desk } = await openBrowser(browser, desktop)
  await signsInAtDesk(desk, 'qiaomin')
  await desk.getByLabel('验证码').fill('000000')
  await desk.getByRole('button', { name: '继续' }).click()
  await expect(desk.getByText('验证码不对或已用过')).toBeVisible()
  expect(await seriousFindings(desk)).toEqual([])
  await desk.getByLabel('验证码').fill(shown(secret, 1))
  await desk.getByRole('button', { name: '继续' }).click()
  await expect(desk.getByRole('button', { name: '乔敏' })).toBeVisible()
  await desk.context().close()

  const { page: again } = await openBrowser(browser, desktop)
  await signsInAtDesk(again, 'qiaomin')
  await again.getByLabel('验证码').fill(recovery)
  await again.getByRole('button', { name: '继续' }).click()
  await expect(again.getByRole('button', { name: '乔敏' })).toBeVisible()
  await again.context().close()
})

test('a post that demands a second factor leads its worker to binding one on the phone', async ({
  browser,
}) => {
  await asZhengkai(browser, async (page) => {
    // The list draws only what is in sight: typed, the post is there.
    await page.getByLabel('必须绑定的岗位').fill('庭院长')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '保存' }).first().click()
    await expect(page.getByText('已保存，马上生效')).toBeVisible()
  })
  const { page } = await openBrowser(browser, phone)
  await page.goto('/work/sign-in')
  await page.getByLabel('账号', { exact: true }).fill('baifengying')
  await page.getByLabel('密码', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('heading', { name: '绑定动态验证码' })).toBeVisible()
  expect(await seriousFindings(page)).toEqual([])
  const secret = await page.locator('.wk-secret').innerText()
  await page.getByLabel('验证器里显示的六位数字').fill(shown(secret))
  await page.getByRole('button', { name: '绑定', exact: true }).click()
  await page.getByRole('button', { name: '已经收好，进入' }).click()
  await expect(page).toHaveURL(/\/work$/)
  await page.context().close()
})

test('the sign-in service of the office brings somebody to their own desk', async ({ browser }) => {
  const service = await startSignInService([`${productUrl}/api/v1/session/provider/callback`])
  service.becomes('there-0001', 'gaoyuan')
  await asZhengkai(browser, async (page) => {
    await page.getByLabel('开通').check()
    await page.getByLabel('认证服务地址').fill(service.issuer)
    await page.getByLabel('应用编号').fill(service.clientId)
    await page.getByLabel('应用密钥').fill(service.secret)
    await page.getByRole('button', { name: '保存' }).last().click()
    await expect(page.getByText('已保存', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: '试一试连接' }).click()
    await expect(page.getByText('连上了')).toBeVisible()
  })
  const { page } = await openBrowser(browser, desktop)
  await page.goto('/staff/sign-in')
  await page.getByRole('button', { name: '用统一身份认证登录' }).click()
  await expect(page.getByRole('button', { name: '高远' })).toBeVisible()
  expect(page.url()).not.toContain('code=')
  await page.context().close()
  await asZhengkai(browser, async (rules) => {
    await rules.getByLabel('开通').uncheck()
    await rules.getByRole('button', { name: '保存' }).last().click()
    await expect(rules.getByText('已保存', { exact: true })).toBeVisible()
  })
  await service.stop()
})
