import { expect } from 'vitest'
import { answerMissing } from '#modules/matters/contract.ts'
import * as open311 from '#modules/open311/contract.ts'
import { fromWgs84 } from '#modules/places/server/coordinates.ts'
import { type Asking, rowOf, rowsOf, textIn } from './asking.ts'
import { fits, refuses, type Rules } from './rule.ts'
import { questions } from './rules-services.ts'
import { fresh, type Stage } from './stage.ts'

const placeOf = (on: Stage, number: string) =>
  on.world.value<number>('select place_id from matters where number = $1', [number])

const read = async (to: Asking, id: string) => rowOf(await to.get(`requests/${id}`))

const nowhere = { lat: '', long: '' }

export const postingRules: Rules = {
  'a realtime service answers with an id, in a list of one': async (to, on) => {
    const told = await on.post(to)
    fits(told, 'posted')
    const row = rowOf(told)
    expect(row['service_request_id']).toMatch(/^\d{4}-\d{6}$/)
    expect(row['token']).toBeUndefined()
    expect(row['service_notice']).toMatch(
      /^已收到。滨溪第一网格将在.*前答复。查看进展和评价：http.*\/r\/[0-9A-Z]{10}$/,
    )
    expect(row['account_id']).toBeNull()
  },

  'a batch service answers with a token, which leads to the id': async (to, on) => {
    await on.with({ givesTokens: true }, async () => {
      const told = await on.post(to)
      fits(told, 'posted')
      expect(rowOf(told)['service_request_id']).toBeUndefined()
      const token = textIn(rowOf(told), 'token')
      const found = await to.get(`tokens/${token}`)
      fits(found, 'token')
      expect(rowOf(found)['token']).toBe(token)
      fits(await to.get(`requests/${textIn(rowOf(found), 'service_request_id')}`), 'requests')
    })
    refuses(await to.get('tokens/abc'), 404, open311.tokenUnknown)
  },

  'a blackbox service answers with neither': async (to, on) => {
    await on.withSubject('elder_help', { mayBePublic: false }, async () => {
      const told = await on.post(to, { service_code: 'elder_help' })
      fits(told, 'posted')
      expect(Object.keys(rowOf(told))).toEqual(['service_notice', 'account_id'])
    })
  },

  'service_code is needed (400) and must be there (404)': async (to, on) => {
    refuses(await on.post(to, { service_code: '' }), 400, open311.serviceMissing)
    refuses(await on.post(to, { service_code: 'no_such_thing' }), 404, open311.serviceUnknown)
  },

  'one location is needed, whole and within the district': async (to, on) => {
    refuses(await on.post(to, nowhere), 400, open311.locationMissing)
    refuses(await on.post(to, { long: '' }), 400, open311.locationWrong)
    refuses(await on.post(to, { lat: '91' }), 400, open311.locationWrong)
    refuses(await on.post(to, { lat: '北纬34度' }), 400, open311.locationWrong)
    refuses(await on.post(to, { lat: '0', long: '0' }), 400, open311.locationOutside)
    refuses(await on.post(to, { ...nowhere, address_id: '99999999' }), 400, open311.addressIdUnknown)
    refuses(await on.post(to, { ...nowhere, address_id: 'zzzz2222zz' }), 400, open311.addressIdUnknown)
  },

  'lat and long find the grid, and come back as they were sent': async (to, on) => {
    const id = await on.posted(to)
    const row = await read(to, id)
    expect([row['lat'], row['long']]).toEqual([Number(on.spot.lat), Number(on.spot.long)])
    expect(row['agency_responsible']).toBe('滨溪第一网格')
  },

  'address_string alone is enough, and finds a place by its names': async (to, on) => {
    const named = await on.posted(to, { ...nowhere, address_string: '滨溪社区滨河花园3号楼502室' })
    expect(await placeOf(on, named)).toBe(on.world.area('binhe-3'))
    expect((await read(to, named))['address']).toBe('文苑街道滨溪社区滨河花园2号院3号楼')
    const vague = await on.posted(to, { ...nowhere, address_string: '河边那个红房子旁边' })
    expect(await placeOf(on, vague)).toBe(1)
    const words = await on.world.value<string>(
      `select words from reports where matter_id = (select id from matters where number = $1)`,
      [vague],
    )
    expect(words).toMatch(/地址：河边那个红房子旁边$/)
  },

  'address_id is an area’s number or the code on a door': async (to, on) => {
    const area = on.world.area('binhe-3')
    const byNumber = await on.posted(to, { ...nowhere, address_id: String(area) })
    expect((await read(to, byNumber))['address_id']).toBe(String(area))
    const byDoor = await on.posted(to, { ...nowhere, address_id: await on.world.doorOf('binhe-3') })
    expect(await placeOf(on, byDoor)).toBe(area)
  },

  'points are WGS-84 unless another system is named': async (to, on) => {
    const [lon, lat] = fromWgs84([Number(on.spot.long), Number(on.spot.lat)], 'gcj02')
    const shifted = { lat: String(lat), long: String(lon), coordinate_system: 'gcj02' }
    const row = await read(to, await on.posted(to, shifted))
    expect(row['lat']).toBeCloseTo(Number(on.spot.lat), 5)
    expect(row['long']).toBeCloseTo(Number(on.spot.long), 5)
    refuses(await on.post(to, { coordinate_system: 'mars' }), 400, open311.coordinatesUnknown)
  },

  'required attributes are demanded by name; lists take several values': async (to, on) => {
    await on.withSubject('street_lamp', { questions }, async () => {
      const told = await on.post(to)
      refuses(told, 400, answerMissing)
      expect(JSON.stringify(told.value)).toContain('attribute[where]')
      refuses(await on.post(to, { 'attribute[where]': 'roof' }), 400, answerMissing)
      const id = await on.posted(to, {
        'attribute[where]': 'lift',
        'attribute[seen][]': ['stairs', 'door'],
        'attribute[floor]': '3',
      })
      const answers = await on.world.value('select answers from reports where matter_id = $1', [
        await on.matter(id),
      ])
      expect(answers).toEqual({ where: 'lift', seen: ['stairs', 'door'], floor: '3' })
      const told2 = await to.get(`requests/${id}`, { extensions: 'true' })
      expect(rowOf(told2)['attributes']).toEqual([
        { code: 'where', label: '问题 where', value: '选项 lift' },
        { code: 'seen', label: '问题 seen', value: '选项 stairs, 选项 door' },
        { code: 'floor', label: '问题 floor', value: '3' },
      ])
    })
  },

  'several mistakes are told at once': async (to, on) => {
    const told = await on.post(to, {
      ...nowhere,
      phone: '打给我',
      email: 'nobody',
      media_url: 'javascript:alert(1)',
    })
    refuses(told, 400, open311.mediaUrlWrong, open311.phoneWrong, open311.emailWrong, open311.locationMissing)
  },

  'a description has up to 4000 characters with line breaks': async (to, on) => {
    const description = `${fresh('第一行')}\n${'灯'.repeat(3900)}`.padEnd(4000, '。')
    expect((await read(to, await on.posted(to, { description })))['description']).toBe(description)
    refuses(await on.post(to, { description: `${description}。` }), 400, open311.descriptionTooLong)
  },

  'name, phone and e-mail reach the handler sealed, and nobody else': async (to, on) => {
    const id = await on.posted(to, {
      first_name: '芳',
      last_name: '欧阳',
      phone: '138 0013 8000',
      email: 'ouyang@example.org',
      device_id: 'device-77',
      account_id: 'account-88',
    })
    const told = await to.get(`requests/${id}`, { extensions: 'true' })
    expect(told.text).not.toMatch(/欧阳|13800138000|ouyang|device-77|account-88/)
    const kept = JSON.stringify(
      await on.world.rows('select * from reports where matter_id = $1', [await on.matter(id)]),
    )
    expect(kept).not.toMatch(/欧阳|13800138000|ouyang|device-77|account-88/)
  },

  'a link to a photo is kept as text and never opened': async (to, on) => {
    const link = `${to.base}/never.jpg`
    const row = await read(to, await on.posted(to, { media_url: link }))
    expect(row['media_url']).toBe(link)
  },

  'the same client_request_id is taken once': async (to, on) => {
    const key = await on.newKey()
    const same = { api_key: key, client_request_id: fresh('id'), description: fresh('同一件事') }
    const [first, second] = await Promise.all([on.posted(to, same), on.posted(to, same)])
    expect(second).toBe(first)
    refuses(await on.post(to, { ...same, description: '另一件事' }), 400, open311.requestIdReused)
    expect(await on.posted(to, { ...same, api_key: on.key })).not.toBe(first)
  },

  'the same words again within minutes are taken once': async (to, on) => {
    const description = fresh('连点了两下')
    const [first, second] = await Promise.all([
      on.posted(to, { description }),
      on.posted(to, { description }),
    ])
    expect(second).toBe(first)
    expect(await on.posted(to, { description, address_string: '三楼' })).not.toBe(first)
  },

  'a key does no more than it was made for, and no faster': async (to, on) => {
    const updates = await on.newKey({ mayPost: false })
    refuses(await on.post(to, { api_key: updates }), 403, open311.keyMayNot)
    const slow = await on.newKey({ perMinute: 2 })
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() => on.post(to, { api_key: slow, description: fresh('快') })),
    )
    const limited = answers.filter((told) => told.status === 429)
    expect(limited.length).toBeGreaterThan(0)
    for (const told of limited) {
      refuses(told, 429, open311.keyTooFast)
      expect(Number(told.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect(rowsOf(await to.get('requests')).length).toBeGreaterThan(0)
  },
}
