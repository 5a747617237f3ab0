import { expect, test } from '@playwright/test'
import { desktop, openBrowser, seriousFindings, signIn } from '#testing/browser.ts'

const mark = () => `记号${Date.now() % 1_000_000}`

test('a clerk takes down what 刘大爷 says at the counter, prints the slip, and its code opens the receipt', async ({
  browser,
}) => {
  const { page, complaints } = await openBrowser(browser, desktop)
  await signIn(page.context(), 'chenjing')
  await page.goto('/staff/counter')
  const form = page.getByRole('form', { name: '登记一件' })
  await expect(form.getByRole('radio', { name: '窗口' })).toBeChecked()

  await form.getByRole('button', { name: '登记', exact: true }).click()
  await expect(form.getByText('请选在哪里。')).toBeVisible()
  await form.getByRole('textbox', { name: '找地方' }).fill('bhhy')
  await form.getByRole('button', { name: /滨河花园.*文苑街道/ }).click()
  const finer = form.getByRole('group', { name: '还能选细一点' })
  await finer.getByRole('button', { name: '3号楼', exact: true }).click()
  await form.getByRole('button', { name: '卫生环境' }).click()
  await form.getByRole('button', { name: '老鼠蚊虫' }).click()
  await expect(form.getByText(/现在登记，网格员王芳会在 .* 前答复/)).toBeVisible()
  const words = `地下室有老鼠，夜里吵得睡不着 ${mark()}`
  await form.getByLabel('情况').fill(words)
  await form.getByLabel(/怎么称呼/).fill('刘大爷')
  await expect(form.getByRole('radio', { name: '上门说' })).toBeChecked()
  await form.getByRole('button', { name: /^登记/ }).last().click()
  await expect(form.getByText('请先向本人说明', { exact: false })).toBeVisible()
  await form.getByRole('checkbox', { name: /已向本人说明/ }).check()
  expect(await seriousFindings(page)).toEqual([])
  await form.getByRole('button', { name: /^登记/ }).last().click()

  const done = page.getByRole('region', { name: '登记一件' })
  await expect(done.getByRole('button', { name: '打印回执' })).toBeVisible()
  const [number = '', code = ''] = await done.locator('.m-large').allInnerTexts()
  expect(number).toMatch(/^20\d\d-\d{6}$/)

  await page.emulateMedia({ media: 'print' })
  const slip = page.locator('.m-paper')
  await expect(slip.getByRole('heading', { name: '回执单' })).toBeVisible()
  await expect(page.getByRole('navigation').first()).toBeHidden()
  for (const part of [number, '网格员王芳', '老鼠蚊虫', '3号楼', '答复您', '依据']) {
    await expect(slip).toContainText(part)
  }
  await expect(slip).toContainText(code.slice(0, 5))
  await expect(slip.locator('dl')).toContainText(/\d{3,4}-?\d{7,8}|1\d{10}/)
  expect(await slip.innerText()).not.toMatch(/刘大爷|地下室/)
  const box = await slip.boundingBox()
  // 80 mm of paper less its margins.
  expect(box?.width ?? 999).toBeLessThanOrEqual((72 / 25.4) * 96 + 1)
  const drawn = await slip.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)
  expect(drawn).toBeGreaterThan(0)
  await page.emulateMedia({ media: 'screen' })

  const resident = await openBrowser(browser, { width: 390, height: 844 })
  await resident.page.goto('/r')
  await resident.page.getByRole('textbox').first().fill(code)
  await resident.page.getByRole('button', { name: '看进度' }).click()
  await expect(resident.page.getByText(number)).toBeVisible()
  await expect(resident.page.getByText(words)).toBeVisible()
  expect([...complaints, ...resident.complaints]).toEqual([])
})

test('刘大爷 comes again without his slip: found by name and place, urged for him, and the history says so', async ({
  browser,
}) => {
  const { page, complaints } = await openBrowser(browser, desktop)
  await signIn(page.context(), 'chenjing')
  const name = `刘${mark()}`
  const areas = await page.context().request.get('/api/v1/place-search?q=bhhy3')
  const { items } = (await areas.json()) as { items: { areaId: number; name: string }[] }
  const areaId = items.find((place) => place.name === '3号楼')?.areaId
  const taken = await page.context().request.post('/api/v1/matters', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: {
      areaId,
      subject: 'pests',
      words: '楼梯口有老鼠。',
      channel: 'counter',
      photoIds: [],
      contactName: name,
    },
  })
  expect(taken.status()).toBe(200)
  const { matter } = (await taken.json()) as { matter: { number: string } }

  await page.goto('/staff/counter')
  const look = page.getByRole('region', { name: '帮来的人查' })
  await look.getByRole('radio', { name: '姓名' }).check()
  await look.getByRole('textbox', { name: '找地方' }).fill('bhhy3')
  await look.getByRole('button', { name: /3号楼/ }).first().click()
  await look.getByLabel('登记时留的称呼').fill(name)
  await look.getByRole('button', { name: '查找' }).click()
  await expect(look.getByText('找到 1 件')).toBeVisible()
  await expect(look.getByText(matter.number)).toBeVisible()
  await look.getByRole('button', { name: '催一催' }).click()
  const form = look.getByRole('form', { name: '催一催' })
  await form.getByRole('radio', { name: '窗口' }).check()
  expect(await seriousFindings(page)).toEqual([])
  await form.getByRole('button', { name: '替本人催办' }).click()
  await expect(look.getByText('已催办，经办人会收到提醒。')).toBeVisible()
  await look.getByRole('button', { name: '补打回执' }).click()
  await expect(look.getByRole('button', { name: '打印回执' })).toBeVisible()

  await look.getByRole('button', { name: '打开这件' }).click()
  const detail = page.getByRole('region', { name: '这件事的详情' })
  await expect(detail.getByText('陈静替居民催办（窗口）', { exact: false })).toBeVisible()
  expect(complaints).toEqual([])
})
