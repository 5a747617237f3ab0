import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '#testing/world.ts'
import * as contract from '../contract.ts'
import { newToken } from './door-codes.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('a door code', () => {
  it('is drawn from letters nobody mixes up, and is never drawn twice', () => {
    const tokens = Array.from({ length: 2_000 }, newToken)
    expect(new Set(tokens).size).toBe(tokens.length)
    for (const token of tokens) expect(token).toMatch(/^[2-9a-hjkmnp-tv-z]{10}$/)
    const letters = new Set(tokens.join(''))
    expect(letters.size).toBe(30)
  })

  it('opens its place, and says so when it was taken out of use', async () => {
    const chenjing = world.person('chenjing')
    const params = { areaId: world.area('binhe-1') }
    const made = await chenjing.calls(contract.makeDoorCode, { params, body: { facility: '地下车库' } })
    expect(made.url).toMatch(new RegExp(`/d/${made.token}$`))
    await chenjing.calls(contract.retireDoorCode, { params: { ...params, token: made.token } })
    const answer = await world.browser().get(`/api/v1/doors/${made.token}`)
    expect(answer.json()).toMatchObject({ code: 'places.door-code-not-found' })
    const again = await chenjing.asks(contract.retireDoorCode, { params: { ...params, token: made.token } })
    expect(again.status).toBe(404)
  })
})

describe('door codes of a whole community', () => {
  const chenjing = () => world.person('chenjing')
  const params = () => ({ areaId: world.area('binxi') })

  it('are made where they are missing, once, after a look at how many', async () => {
    const query = { kind: 'building' as const, facility: '电梯' }
    const before = await chenjing().calls(contract.previewMissingCodes, { params: params(), query })
    expect(before.all).toBe(60)
    expect(before.missing).toBeLessThan(60)
    expect(before.examples[0]).toMatch(/楼$/)
    const body = { sets: [query, { kind: 'unit' as const }] }
    const made = await chenjing().calls(contract.makeMissingCodes, { params: params(), body })
    // Every unit has its code already.
    expect(made).toEqual({ made: before.missing, left: 0 })
    expect(await chenjing().calls(contract.makeMissingCodes, { params: params(), body })).toEqual({
      made: 0,
      left: 0,
    })
  })

  it('are listed in portions in the order of the tree, each once, and those retired apart', async () => {
    const all: contract.DoorCode[] = []
    let after: string | undefined
    do {
      const query = { limit: 50, ...(after && { after }) }
      const page = await chenjing().calls(contract.listDoorCodes, { params: params(), query })
      all.push(...page.items)
      after = page.next
      expect(page.inUse).toBeGreaterThan(100)
    } while (after)
    const { inUse, retired } = await chenjing().calls(contract.listDoorCodes, { params: params() })
    expect(all).toHaveLength(inUse)
    expect(new Set(all.map(({ token }) => token)).size).toBe(inUse)
    const first = all.find(({ areaKind }) => areaKind === 'building')
    expect(first?.gridId).toBe(world.area('binxi-g1'))

    const gone = await chenjing().calls(contract.listDoorCodes, {
      params: params(),
      query: { state: 'retired' },
    })
    expect(gone.items).toHaveLength(retired)
    expect(gone.items.every(({ retiredAt }) => retiredAt !== undefined)).toBe(true)
  })

  it('come with their pictures sixty at a time', async () => {
    const { items, next } = await chenjing().calls(contract.listPosters, { params: params() })
    expect(items).toHaveLength(60)
    expect(next).toBe(items.at(-1)?.token)
    for (const { svg, url } of items) {
      expect(svg).toMatch(/^<svg/)
      expect(url).toMatch(/\/d\/[a-z0-9]{10}$/)
    }
  })
})
