import { createContext, runInContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orderEvents } from '#modules/matters/server/door.ts'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { checkInBrowser } from '../resident/check-in-browser.ts'
import { faultsOf } from './check-proof.ts'
import { publishHead } from './grow-log.ts'
import { verifyLog } from './verify-log.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** As the hour strikes. */
async function publishes(now = new Date()): Promise<void> {
  while ((await world.at(now, undefined, (ctx) => orderEvents(ctx))) === 'more');
  await world.at(now, undefined, (ctx) => publishHead(ctx))
}
const heads = () => world.browser().calls(contract.listHeads, { query: {} })
/** What the receipt's page and the page that stands alone find wrong, as they name it themselves. */
async function faultsOnScreens(proof: contract.Proof): Promise<string[][]> {
  const page = await world.browser().get('/verify-proof.html')
  const script = /<script>(.*)<\/script>/s.exec(page.body)?.[1] ?? ''
  const document = { getElementById: () => ({ addEventListener() {} }) }
  const alone: { check?(proof: contract.Proof): Promise<[string, string, boolean | undefined][]> } =
    createContext({ document, crypto, TextEncoder })
  runInContext(script, alone)
  const onPhone = Object.entries(await checkInBrowser(proof))
  const steps = (await alone.check?.(proof)) ?? []
  return [
    onPhone.filter(([, holds]) => holds !== true).map(([name]) => name),
    steps.filter(([, , holds]) => holds !== true).map(([, name]) => name),
  ]
}
const proofOf = (code: string) => world.browser().calls(contract.readProof, { params: { code } })

describe('the log', () => {
  it('proves to Chen that her report was received, with nothing but the file', async () => {
    const receipt = await world.report({ words: '楼道灯不亮。' })
    const early = await world.browser().asks(contract.readProof, { params: { code: receipt.code } })
    expect(early.body).toMatchObject({ code: 'transparency.not-published-yet' })
    await publishes()
    const proof = await proofOf(receipt.code)
    expect(faultsOf(proof)).toEqual([])
    expect(await faultsOnScreens(proof)).toEqual([[], []])
    expect(proof.report.fingerprint).toBe(receipt.fingerprint)
    expect(JSON.parse(proof.report.text ?? '')).toMatchObject({ words: '楼道灯不亮。' })
  })

  it('shows each lie for what it is', async () => {
    const receipt = await world.report()
    await publishes()
    const proof = await proofOf(receipt.code)
    const other = '0'.repeat(64)
    const lies: [string, typeof proof][] = [
      [
        'report-text',
        { ...proof, report: { ...proof.report, text: proof.report.text?.replace('楼上', '楼下') } as never },
      ],
      [
        'event-hash',
        { ...proof, event: { ...proof.event, text: proof.event.text.replace('received', 'returned') } },
      ],
      ['path', { ...proof, path: [other, ...proof.path.slice(1)] }],
      ['path', { ...proof, leaf: proof.leaf - 1 }],
      ['signature', { ...proof, head: { ...proof.head, publishedAt: '2020-01-01T00:00:00.000Z' } }],
      ['fingerprint-not-in-event', { ...proof, report: { fingerprint: other } }],
    ]
    for (const [fault, lie] of lies) {
      expect(faultsOf(lie), fault).toContain(fault)
      for (const faults of await faultsOnScreens(lie)) expect(faults, fault).not.toEqual([])
    }
  })

  it('grows: an older root is the beginning of a newer one, and the leaves give the roots', async () => {
    const before = (await heads()).items[0]
    await world.report()
    await publishes()
    const after = (await heads()).items[0]
    if (!before || !after) throw new Error('no head')
    expect(after.size).toBeGreaterThan(before.size)
    const query = { first: before.size, second: after.size }
    const grown = await world.browser().calls(contract.readGrowth, { query })
    expect(grown.path.length).toBeGreaterThan(0)
    const unknown = { query: { first: 1, second: after.size + 5 } }
    expect((await world.browser().asks(contract.readGrowth, unknown)).status).toBe(404)
    const { leaves } = await world
      .browser()
      .calls(contract.listLeaves, { query: { from: after.size - 3, limit: 10 } })
    expect(leaves).toHaveLength(3)
  })

  it('publishes nothing when nothing happened', async () => {
    await publishes()
    const count = (await heads()).items.length
    await publishes()
    expect((await heads()).items.length).toBe(count)
  })

  it('holds when all is recomputed, and not when an event was changed, taken out or slipped past', async () => {
    await publishes()
    const verified = () => world.at(new Date(), undefined, (ctx) => verifyLog(ctx))
    expect((await verified()).findings).toEqual([])
    const changed = async (sql: string, undo: string) => {
      await world.rows(sql)
      const { findings } = await verified()
      await world.rows(undo)
      return findings.map((each) => each.what)
    }
    expect(
      await changed(
        `update matter_feed set hash = sha256(hash) where position = 5`,
        `update matter_feed f set hash = e.hash from matter_events e
         where f.position = 5 and e.matter_id = f.matter_id and e.seq = f.seq`,
      ),
    ).toEqual(expect.arrayContaining(['log-root-differs', 'event-not-in-log']))
    expect(
      await changed(
        `update log_heads set published_at = published_at + interval '1 second'`,
        `update log_heads set published_at = published_at - interval '1 second'`,
      ),
    ).toContain('log-signature-wrong')
    expect((await verified()).findings).toEqual([])
  })

  it('has a page of one file that checks a proof without asking anybody', async () => {
    const page = await world.browser().get('/verify-proof.html')
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect(page.body).not.toMatch(/https?:\/\//)
  })
})
