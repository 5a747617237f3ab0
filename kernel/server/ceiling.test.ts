import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as matters from '#modules/matters/contract.ts'
import { openWorld, type World } from '#testing/world.ts'
import { ceilingOf, networkOf } from './ceiling.ts'
import { personalDataWith } from './personal-data.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const newCeiling = () => ceilingOf(personalDataWith(randomBytes(32).toString('hex')))
const minute = 60_000

/** A browser that got its name so many minutes ago. */
function named(minutesAgo: number): string {
  const birth = Math.floor(Date.now() / minute - minutesAgo).toString(36)
  const name = `${birth}~${randomBytes(12).toString('base64url')}`
  return `yige_device=${name}.${world.database.ground.personalData.sign('device', name)}`
}

async function look(cookie: string, address: string): Promise<number> {
  const { path } = matters.readReceipt
  const url = `/api/v1${path.replace(':code', 'AAAAAAAAAA')}`
  const headers = { host: `${world.district.id}.localhost`, cookie }
  return (await world.app.inject({ url, headers, remoteAddress: address })).statusCode
}

describe('the ceiling of an address', () => {
  it('lets 500 neighbours who scan the same poster report in one minute', () => {
    const ceiling = newCeiling()
    const call = (route: string, perMinute: number) =>
      ceiling.admits('1.2.3.4', { route, perMinute, isFresh: true }, 0)
    for (let neighbour = 0; neighbour < 500; neighbour += 1) {
      expect(ceiling.admitsName('1.2.3.4', 0)).toBe(true)
      for (const each of [1, 2, 3]) expect(call('POST /files', 60), String(each)).toBe(true)
      for (const route of ['GET /doors/:token', 'GET /home', 'GET /receipts/:code'])
        expect(call(route, 60)).toBe(true)
      expect(call('POST /reports', 20)).toBe(true)
    }
  })

  it('holds one machine that fetches a new name for each call, until the minute is over, and nobody else', () => {
    const ceiling = newCeiling()
    const send = (network: string, at = 0) =>
      ceiling.admits(network, { route: 'POST /reports', perMinute: 20, isFresh: true }, at)
    let taken = 0
    while (send('1.2.3.4') && taken < 10_000) taken += 1
    expect(taken).toBe(600)
    expect(send('1.2.3.5')).toBe(true)
    expect(send('1.2.3.4', minute)).toBe(true)
  })

  it('holds also who gathered names before, ten times later', () => {
    const ceiling = newCeiling()
    let names = 0
    while (ceiling.admitsName('1.2.3.4', 0) && names < 100_000) names += 1
    expect(names).toBe(1_500)
    let taken = 0
    const call = { route: 'POST /reports', perMinute: 20, isFresh: false }
    while (ceiling.admits('1.2.3.4', call, 0) && taken < 100_000) taken += 1
    expect(taken).toBe(6_000)
  })

  it('holds all routes together', () => {
    const ceiling = newCeiling()
    let taken = 0
    const call = () => ({ route: `GET /${taken % 100}`, perMinute: 600, isFresh: true })
    while (ceiling.admits('1.2.3.4', call(), 0) && taken < 100_000) taken += 1
    expect(taken).toBe(12_000)
  })

  it('counts an IPv6 subscriber once, whatever address the phone makes up', () => {
    expect(networkOf('2408:8207:1234:5678::1')).toBe(networkOf('2408:8207:1234:5678:a:b:c:d'))
    expect(networkOf('2408:8207:1234:5679::1')).not.toBe(networkOf('2408:8207:1234:5678::1'))
    expect(networkOf('2408::')).toBe(networkOf('2408:0:0:0:9::'))
    expect(networkOf('::1')).toBe('0:0:0:0::/64')
    expect(networkOf('::ffff:10.0.0.7')).toBe('10.0.0.7')
    expect(networkOf('10.0.0.7')).toBe('10.0.0.7')
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  })

  it('is met over HTTP by new names, and does not touch those who are signed in', async () => {
    const wangfang = world.person('wangfang')
    await wangfang.signsIn()
    const answers: number[] = []
    // Twice as many as there is room for: the minute may turn on the way.
    while (!answers.includes(429) && answers.length < 3_800)
      answers.push(...(await Promise.all(Array.from({ length: 100 }, () => look(named(0), '203.0.113.7')))))
    expect(new Set(answers)).toEqual(new Set([404, 429]))
    expect(answers.indexOf(429)).toBeGreaterThanOrEqual(1_800)
    expect(await look(named(0), '203.0.113.8')).toBe(404)
    expect(await look(`yige_session=${wangfang.session ?? ''}`, '203.0.113.7')).toBe(404)
  })
})
