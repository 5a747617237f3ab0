import { type Browser, expect, type Page, test } from '@playwright/test'
import { demoDoor, openBrowser, phone } from '#testing/browser.ts'
import { staffSide } from '#testing/staff-side.ts'

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const fake = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...fake] })
  },
})

type Choice = { group: string; subject: RegExp }
const noWater: Choice = { group: '漏水堵水', subject: /停水水压低/ }
const lift: Choice = { group: '路灯电梯设施', subject: /电梯故障/ }

async function atTheDoor(browser: Browser, building: string): Promise<Page> {
  const { page } = await openBrowser(browser, phone)
  await page.context().grantPermissions(['microphone'])
  const { token } = await demoDoor(page.context(), building)
  await page.goto(`/d/${token}`)
  await expect(page.getByRole('heading', { name: '有什么事需要解决？' })).toBeVisible()
  return page
}

async function choose(page: Page, { group, subject }: Choice): Promise<void> {
  await page.getByRole('button', { name: group }).click()
  await page.getByRole('radio', { name: subject }).check()
}

async function sent(page: Page): Promise<string> {
  await page.waitForURL(/\/r\/[0-9A-Z]{10}$/)
  return (
    (await page
      .getByText(/^\d{4}-\d{6}$/)
      .first()
      .textContent()) ?? ''
  )
}

test('five neighbours say the same: four join with one tap, each is answered and asked for their own', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const first = await atTheDoor(browser, '5号楼')
  await choose(first, noWater)
  await first.getByLabel('说说情况').fill(`早上六点起没水 ${Date.now() % 100_000}`)
  await expect(first.getByText(/现在提交，.+ 会在 .+前答复/)).toBeVisible()
  await expect(first.getByText(/^依据：/)).toBeVisible()
  await first.getByRole('button', { name: '提交' }).click()
  const number = await sent(first)

  const neighbours: Page[] = []
  for (const name of ['三楼赵家', '四楼钱家', '五楼孙家', '六楼李家']) {
    const page = await atTheDoor(browser, '5号楼')
    await choose(page, noWater)
    await expect(page.getByText(/附近有 \d+ 件类似的，是不是它？/)).toBeVisible()
    await page.getByRole('button', { name: '是这一件，一起办' }).first().click()
    await page.getByLabel('怎么称呼您').fill(name)
    await page.getByRole('button', { name: '加入这一件' }).click()
    expect(await sent(page)).toBe(number)
    await expect(page.getByText('已收到您反映的事，和邻居报的合在一起办')).toBeVisible()
    neighbours.push(page)
  }
  const codes = [first, ...neighbours].map((page) => page.url().split('/').at(-1))
  expect(new Set(codes).size).toBe(5)

  const wang = await staffSide(browser, 'wangfang')
  const id = await wang.matter(number)
  await wang.does('PUT', `/matters/${id}/acceptance`, { take: true })
  const words = '加压泵跳闸，已修好，九点恢复供水。'
  await wang.does('PUT', `/matters/${id}/answer`, { words, outcome: 'solved', photoIds: [] })

  for (const [index, page] of [first, ...neighbours].entries()) {
    await page.reload()
    await expect(page.getByRole('heading', { name: /王芳的答复/ })).toBeVisible()
    await expect(page.getByText(words).first()).toBeVisible()
    await page.getByRole('radio', { name: '满意', exact: true }).check()
    await page.getByRole('checkbox', { name: '办得快' }).check()
    await page.getByRole('button', { name: '评价' }).click()
    const last = index === neighbours.length
    await expect(page.getByText(last ? '这件事就此办结' : '等他们也评价后办结')).toBeVisible()
  }
  await first.reload()
  await expect(first.getByRole('heading', { name: '已办结' })).toBeVisible()
})

test('who cannot write says it: the recording is sent without a connection first, and can be heard on the receipt', async ({
  browser,
}) => {
  const page = await atTheDoor(browser, '3号楼')
  await choose(page, { group: '办事帮扶', subject: /老人帮扶/ })
  await page.getByRole('button', { name: '说一段语音' }).click()
  await expect(page.getByText(/正在录音，已录 [1-9] 秒/)).toBeVisible()
  await page.getByRole('button', { name: '说完了' }).click()
  await expect(page.getByRole('button', { name: /听语音/ })).toBeVisible()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByText('附一段语音')).toBeVisible()
  await page.context().setOffline(false)
  await sent(page)
  await expect(page.getByRole('button', { name: /听语音/ })).toBeVisible()
})

test('questions of a subject: what must be answered is marked, the mistake takes the focus, a guardian agrees for a child', async ({
  browser,
}) => {
  const page = await atTheDoor(browser, '3号楼')
  await choose(page, lift)
  await expect(page.getByText('有人困在电梯里，请先按轿厢里的报警按钮')).toBeVisible()
  await expect(page.getByLabel('停在几楼，哪一部电梯？')).toBeHidden()
  await page.getByLabel('说说情况').fill('电梯停在四楼不动了。')
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByText('请回答标出的问题')).toBeVisible()
  await expect(page.getByRole('radio', { name: '有', exact: true })).toBeFocused()
  await page.getByRole('radio', { name: '没有', exact: true }).check()
  await page.getByLabel(/停在几楼，哪一部电梯/).fill('四楼，东边那部')
  await page.getByRole('checkbox', { name: '我未满14岁，或替孩子反映' }).check()
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByText('请监护人看过后勾选同意')).toBeVisible()
  await page.getByRole('checkbox', { name: /^监护人看过/ }).check()
  await page.getByRole('button', { name: '提交' }).click()
  await sent(page)
  await expect(page.getByText('四楼，东边那部')).toBeVisible()
})

test('the worker asks, the clock stands still, the resident answers with a photo; and urges once a day', async ({
  browser,
}) => {
  const page = await atTheDoor(browser, '3号楼')
  await choose(page, { group: '噪音扰民', subject: /装修施工噪音/ })
  await page.getByLabel('说说情况').fill('中午十二点还在打钻。')
  await page.getByRole('radio', { name: '只给工作人员看' }).check()
  await page.getByRole('button', { name: '提交' }).click()
  const number = await sent(page)
  await expect(page.getByText('只给工作人员看')).toBeVisible()

  const wang = await staffSide(browser, 'wangfang')
  const id = await wang.matter(number)
  await wang.does('PUT', `/matters/${id}/acceptance`, { take: true })
  await wang.does('POST', `/matters/${id}/questions`, { words: '是几楼在装修？' })
  await page.reload()
  await expect(page.getByRole('heading', { name: '网格员王芳想问您' })).toBeVisible()
  await expect(page.getByText(/等您回话时，承诺的时间暂停/)).toBeVisible()
  await expect(page.getByText(/您回话后接着计时，网格员王芳 最晚 .*前答复/)).toBeVisible()
  await page.getByRole('button', { name: '发给办理的人' }).click()
  await expect(page.getByText('请写几句', { exact: true })).toBeVisible()
  await page.getByLabel('您的回话').fill('五楼东户。')
  const picture = await page.screenshot()
  await page.getByLabel('加照片').setInputFiles({ name: 'door.png', mimeType: 'image/png', buffer: picture })
  await expect(page.getByRole('img', { name: '第 1 张照片' })).toBeVisible()
  await page.getByRole('button', { name: '发给办理的人' }).click()
  await expect(page.getByText('您补充了说明')).toBeVisible()
  await expect(page.getByRole('heading', { name: '网格员王芳想问您' })).toBeHidden()
  await expect(page.getByText(/网格员王芳 将在 .*前答复/).first()).toBeVisible()

  await page.getByRole('button', { name: '催一催网格员王芳' }).click()
  await expect(page.getByText(/已催办，网格员王芳已经收到提醒/)).toBeVisible()
  await expect(page.getByRole('button', { name: /催一催/ })).toBeHidden()
})

test('my reports by number and code, then my data: seen, corrected, taken away, erased', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const number = `1380013${String(Date.now() % 10_000).padStart(4, '0')}`
  const page = await atTheDoor(browser, '3号楼')
  await choose(page, { group: '办事帮扶', subject: /老人帮扶/ })
  await page.getByLabel('说说情况').fill('一楼的周奶奶腿脚不便，想请人帮着买药。')
  await page.getByLabel('手机号').fill(number)
  await page.getByRole('button', { name: '提交' }).click()
  const matter = await sent(page)

  // On another phone, with nothing remembered.
  const { page: other } = await openBrowser(browser, phone)
  await other.goto('/mine')
  await other.getByLabel('手机号').fill(number)
  await other.getByRole('button', { name: '获取验证码' }).click()
  await expect(other.getByText(/验证码已经发出/)).toBeVisible()
  const limin = await staffSide(browser, 'limin')
  await other.getByLabel('短信验证码').fill(await limin.codeSentTo(number))
  await other.getByRole('button', { name: '打开' }).click()
  await expect(other.getByText(matter)).toBeVisible()
  expect(other.url()).toMatch(/\/mine$/)
  await other.reload()
  await expect(other.getByText(matter)).toBeVisible()

  await other.getByRole('link', { name: /我的信息/ }).click()
  await other.getByText('老人帮扶').click()
  await expect(other.getByText(number)).toBeVisible()
  await other.getByRole('button', { name: '更正联系方式' }).click()
  await other.getByLabel('称呼').fill('周奶奶的邻居')
  await other.getByRole('button', { name: '保存' }).click()
  await expect(other.getByText(/更正联系方式，已办好。受理号 G/)).toBeVisible()
  const download = other.waitForEvent('download')
  await other.getByRole('button', { name: '下载数据文件' }).click()
  expect((await download).suggestedFilename()).toMatch(/^我的信息-G\d{4}-\d{6}\.json$/)

  await other.getByRole('button', { name: '全部删除' }).click()
  await expect(other.getByText(`${matter} 还在办`)).toBeVisible()
  await other.getByRole('button', { name: '我知道办不下去，坚持删除' }).click()
  await expect(other.getByText(/删除，已办好。受理号 G/)).toBeVisible()
  await page.reload()
  await expect(page.getByText(/内容和联系方式已按您的要求在.*删除/)).toBeVisible()
  await expect(page.getByText('来件内容已按要求删除，收件记录保留')).toBeVisible()
  await expect(page.getByText('周奶奶')).toHaveCount(0)
})
