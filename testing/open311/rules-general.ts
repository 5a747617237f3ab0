import { expect } from 'vitest'
import * as open311 from '#modules/open311/contract.ts'
import type { Asking, Row } from './asking.ts'
import { rowOf, rowsOf } from './asking.ts'
import { fits, refuses, type Rules } from './rule.ts'
import { fresh } from './stage.ts'

const mediaTypes = { xml: 'text/xml; charset=utf-8', json: 'application/json; charset=utf-8' }

const resources = ['discovery', 'services', 'requests', 'servicerequestupdates']

export const generalRules: Rules = {
  'every answer says its format and UTF-8': async (to) => {
    for (const resource of [...resources, 'services/street_lamp']) {
      const told = await to.get(resource)
      expect([resource, told.status, told.mediaType]).toEqual([resource, 200, mediaTypes[to.format]])
    }
    const refused = await to.get('requests/2020-999999')
    expect([refused.status, refused.mediaType]).toEqual([404, mediaTypes[to.format]])
  },

  'roots and rows have the names of the standard': async (to, on) => {
    const id = await on.posted(to)
    const roots: [string, string][] = [
      ['discovery', 'discovery'],
      ['services', 'services'],
      ['services/street_lamp', 'service_definition'],
      ['requests', 'service_requests'],
      [`requests/${id}`, 'service_requests'],
      ['servicerequestupdates', 'service_request_updates'],
    ]
    for (const [resource, root] of roots) {
      const told = await to.get(resource)
      if (to.format === 'xml') expect(told.root).toBe(root)
      // In JSON the container of a repeated element is the array itself; a single thing is an object.
      expect(Array.isArray(told.value), resource).toBe(!['discovery', 'service_definition'].includes(root))
    }
  },

  'XML and JSON say the same': async (to, on) => {
    const id = await on.posted(to)
    for (const resource of ['discovery', 'services', 'services/street_lamp', `requests/${id}`]) {
      const [xml, json] = await Promise.all([on.asking('xml').get(resource), on.asking('json').get(resource)])
      expect(xml.value).toEqual(json.value)
    }
  },

  'an address that is not there is refused in a form that can be read': async (to) => {
    refuses(await to.get('nothing'), 404, open311.addressUnknown)
    for (const path of ['services.yaml', 'services', 'requests/1.html', 'discovery', '', 'a/b/c.xml']) {
      const told = await to.raw(path)
      refuses(told, 404, open311.addressUnknown)
      expect(told.mediaType).toBe(mediaTypes.xml)
    }
  },

  'an empty parameter is the same as none': async (to, on) => {
    const without = rowsOf(await to.get('requests'))
    const names = [
      'service_request_id',
      'service_code',
      'start_date',
      'end_date',
      'status',
      'page',
      'jurisdiction_id',
    ]
    const empty = Object.fromEntries(names.map((name) => [name, '']))
    expect(ids(await to.get('requests', empty))).toEqual(without.map((row) => row['service_request_id']))
    const posted = await on.post(to, {
      email: '',
      phone: ' ',
      media_url: '',
      'attribute[floor]': '',
      address_id: '',
    })
    fits(posted, 'posted')
  },

  'jurisdiction_id may be left out; a foreign one is refused with 404': async (to, on) => {
    for (const resource of [
      'services',
      'requests',
      'services/street_lamp',
      'tokens/abc',
      'servicerequestupdates',
    ])
      refuses(await to.get(resource, { jurisdiction_id: 'sfgov.org' }), 404, open311.jurisdictionUnknown)
    refuses(await on.post(to, { jurisdiction_id: 'sfgov.org' }), 404, open311.jurisdictionUnknown)
    fits(await to.get('services', { jurisdiction_id: '127.0.0.1' }), 'services')
    await on.with({ jurisdictionId: 'jinhe.gov.cn' }, async () => {
      fits(await to.get('services', { jurisdiction_id: 'jinhe.gov.cn' }), 'services')
      fits(await on.post(to, { jurisdiction_id: 'JINHE.gov.cn' }), 'posted')
    })
  },

  'api_key is needed for posting only; without, wrong or ended it is 403': async (to, on) => {
    fits(await to.get('requests'), 'requests')
    refuses(await on.post(to, { api_key: '' }), 403, open311.keyRefused)
    refuses(await on.post(to, { api_key: 'made-up' }), 403, open311.keyRefused)
    const key = await on.newKey()
    fits(await on.post(to, { api_key: key }), 'posted')
    const admin = on.world.person('sunli')
    const { keys } = await admin.calls(open311.readInterface, {})
    const made = keys.find((each) => key.startsWith(each.startsWith))
    await admin.calls(open311.endKey, { params: { keyId: made?.id ?? '' } })
    refuses(await on.post(to, { api_key: key }), 403, open311.keyRefused)
    refuses(await to.post('servicerequestupdates', { api_key: key }), 403, open311.keyRefused)
  },

  'text goes in and comes out as UTF-8': async (to, on) => {
    const description = fresh('三楼“拐角”的灯 💡 坏了 & <b>很黑</b>\n第二行 ñ')
    const id = await on.posted(to, { description })
    expect(rowOf(await to.get(`requests/${id}`))['description']).toBe(description)
    const latin = Buffer.from('api_key=x&description=\xe9', 'latin1')
    refuses(await bytes(to, latin), 400, open311.bodyUnreadable)
  },

  'a body in another form is refused with 400': async (to, on) => {
    const body = JSON.stringify({ api_key: on.key, service_code: 'street_lamp' })
    const headers = { 'content-type': 'application/json' }
    refuses(
      await to.raw(`requests.${to.format}`, { method: 'POST', body, headers }),
      400,
      open311.bodyUnreadable,
    )
    const broken = { 'content-type': 'multipart/form-data; boundary=x' }
    refuses(
      await to.raw(`requests.${to.format}`, { method: 'POST', body: '--y', headers: broken }),
      400,
      open311.bodyUnreadable,
    )
  },

  'errors speak to the user, in Chinese or in English': async (to) => {
    const zh = (await to.get('requests/2020-999999')).value as Row[]
    to.language = 'en'
    const en = (await to.get('requests/2020-999999')).value as Row[]
    expect(zh[0]?.['description']).toMatch(/\p{Script=Han}/u)
    expect(en[0]?.['description']).toBe('There is no such service_request_id.')
  },

  'pages of other origins may read it': async (to) => {
    const { headers } = await to.get('services')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  },
}

const ids = (told: Parameters<typeof rowsOf>[0]) => rowsOf(told).map((row) => row['service_request_id'])

const bytes = (to: Asking, body: Buffer) =>
  to.raw(`requests.${to.format}`, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
