import sharp from 'sharp'
import { expect } from 'vitest'
import { photoUnreadable } from '#modules/files/contract.ts'
import * as open311 from '#modules/open311/contract.ts'
import { hideMatter } from '#modules/matters/server/moderate.ts'
import { rowOf, textIn } from './asking.ts'
import { fits, refuses, type Rules } from './rule.ts'
import { fresh, type Stage } from './stage.ts'

const picture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#3366cc' } })
    .jpeg()
    .toBuffer()

function form(on: Stage, more: Record<string, string> = {}): FormData {
  const data = new FormData()
  const usual = { api_key: on.key, service_code: 'street_lamp', ...on.spot, description: fresh('有照片') }
  for (const [name, value] of Object.entries({ ...usual, ...more })) data.set(name, value)
  return data
}

export const photoRules: Rules = {
  'photos may come along as multipart media[]': async (to, on) => {
    const data = form(on)
    const bytes = new Uint8Array(await picture())
    data.append('media[]', new Blob([bytes], { type: 'image/jpeg' }), '灯.jpg')
    data.append('media[]', new Blob([bytes], { type: 'image/jpeg' }), 'b.jpg')
    const told = await to.post('requests', data)
    fits(told, 'posted')
    const id = textIn(rowOf(told), 'service_request_id')
    const row = rowOf(await to.get(`requests/${id}`, { extensions: 'true' }))
    expect(row['media_url']).toBe(`${to.base}/media/${id}-1.jpg`)
    expect(row['extended_attributes']).toMatchObject({
      media_urls: [row['media_url'], `${to.base}/media/${id}-2.jpg`],
    })
    const shown = await fetch(textIn(row, 'media_url'))
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  },

  'photos of whoever does not know that they are public are not shown': async (to, on) => {
    const data = form(on, { api_key: await on.newKey() })
    data.append('media', new Blob([new Uint8Array(await picture())]), 'a.jpg')
    const id = textIn(rowOf(await to.post('requests', data)), 'service_request_id')
    const row = rowOf(await to.get(`requests/${id}`))
    expect([row['media_url'], row['description']]).toEqual([null, null])
    expect((await to.raw(`media/${id}-1.jpg`)).status).toBe(404)
  },

  'a photo is gone with a matter that was hidden': async (to, on) => {
    const data = form(on)
    data.append('media', new Blob([new Uint8Array(await picture())]), 'a.jpg')
    const id = textIn(rowOf(await to.post('requests', data)), 'service_request_id')
    expect((await to.raw(`media/${id}-1.jpg`)).status).toBe(302)
    const matter = await on.matter(id)
    await on.world.at(new Date(), 'zhaojianguo', (ctx) => hideMatter(ctx, matter, '照片里有人脸'))
    expect((await to.raw(`media/${id}-1.jpg`)).status).toBe(404)
    refuses(await to.get(`requests/${id}`), 404, open311.requestUnknown)
  },

  'what is no photo, or too many, is refused and nothing is taken': async (to, on) => {
    const count = () => on.world.value<number>('select count(*)::int from reports')
    const before = await count()
    const data = form(on)
    data.append('media', new Blob(['#!/bin/sh']), 'a.jpg')
    refuses(await to.post('requests', data), 400, photoUnreadable)
    const many = form(on)
    for (let n = 0; n < 7; n += 1) many.append('media[]', new Blob(['x']), `${n}.jpg`)
    refuses(await to.post('requests', many), 400, open311.mediaTooMany)
    const foreign = form(on, { api_key: 'made-up' })
    foreign.append('media', new Blob([new Uint8Array(await picture())]), 'a.jpg')
    refuses(await to.post('requests', foreign), 403, open311.keyRefused)
    expect(await count()).toBe(before)
  },
}
