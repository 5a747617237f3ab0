import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAs } from '#kernel/server/ground.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { openWorld, type World } from '#testing/world.ts'
import { uploadVoice, type Voice, voiceMissing } from '../contract.ts'
import { addressOf, keyOf } from './addresses.ts'
import { holdVoice, removeUnheld } from './hold.ts'
import { voicesOf } from './voices.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const sample = (name: string): Promise<Buffer> =>
  readFile(path.join(import.meta.dirname, 'voice/samples', name))

async function said(name = 'android.webm'): Promise<Voice> {
  const answer = await world.browser().uploads(uploadVoice, { name: 'blob', bytes: await sample(name) })
  expect(answer.status, name).toBe(200)
  return answer.body as Voice
}

describe('a voice note', () => {
  it('is taken as a phone recorded it, and plays with its own media type', async () => {
    for (const [name, mediaType] of [
      ['android.webm', 'audio/webm'],
      ['iphone.m4a', 'audio/mp4'],
      ['firefox.ogg', 'audio/ogg'],
    ] as const) {
      const voice = await said(name)
      expect(voice).toMatchObject({ mediaType, seconds: 2 })
      const heard = await world.browser().get(voice.url)
      expect(heard.statusCode).toBe(200)
      expect(heard.headers).toMatchObject({
        'content-type': mediaType,
        'x-content-type-options': 'nosniff',
        'accept-ranges': 'bytes',
      })
      expect(heard.headers['content-disposition']).toMatch(/^inline; filename="voice\.\w+"$/)
      expect(heard.headers['content-security-policy']).toContain("default-src 'none'")
    }
  })

  it('is refused by name when it is none, too long, or too large', async () => {
    const send = async (bytes: Buffer) => world.browser().uploads(uploadVoice, { name: 'a.webm', bytes })
    const refused = (code: string) => ({ status: 400, body: { code } })
    expect(await send(await sample('film.webm'))).toMatchObject(refused('files.voice-unreadable'))
    expect(await send(await sample('long.webm'))).toMatchObject(refused('files.voice-too-long'))
    expect(await send(Buffer.alloc(2 * 1024 * 1024 + 1, 1))).toMatchObject({
      status: 413,
      body: { code: 'request.too-large' },
    })
  })

  it('is sent in parts, as players ask for them', async () => {
    const voice = await said()
    const whole = (await world.browser().get(voice.url)).rawPayload
    const ask = (range: string) => world.app.inject({ url: voice.url, headers: { ...host(), range } })
    const first = await ask('bytes=0-1')
    expect(first.statusCode).toBe(206)
    expect(first.headers).toMatchObject({
      'content-range': `bytes 0-1/${whole.length}`,
      'content-length': '2',
    })
    expect((await ask('bytes=100-')).rawPayload.equals(whole.subarray(100))).toBe(true)
    expect((await ask('bytes=-50')).rawPayload.equals(whole.subarray(-50))).toBe(true)
    const behind = await ask(`bytes=${whole.length}-`)
    expect(behind.statusCode).toBe(416)
    expect(behind.headers['content-range']).toBe(`bytes */${whole.length}`)
    for (const odd of ['bytes=5-2', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=-0']) {
      expect((await ask(odd)).rawPayload.equals(whole), odd).toBe(true)
    }
  })

  it('belongs to one holder, and goes after a day when nothing holds it', async () => {
    const [held, loose] = [await said(), await said('iphone.m4a')]
    const { ground } = world.database
    const as = { district: world.district }
    await runAs(ground, as, (ctx) => holdVoice(ctx, [held.id], 'report:one'))
    await expect(runAs(ground, as, (ctx) => holdVoice(ctx, [held.id], 'report:two'))).rejects.toMatchObject({
      kind: voiceMissing,
      details: { voiceIds: [held.id] },
    })
    const photosDoNotCount = uuidv7()
    await expect(
      runAs(ground, as, (ctx) => holdVoice(ctx, [photosDoNotCount], 'report:one')),
    ).rejects.toMatchObject({ kind: voiceMissing })
    await world.at(new Date(Date.now() + 25 * 3600_000), undefined, (ctx) => removeUnheld(ctx))
    const there = await runAs(ground, as, (ctx) => voicesOf(ctx, [held.id, loose.id]))
    expect([...there.keys()]).toEqual([held.id])
    const file = (id: string, form: 'voice.webm' | 'voice.m4a') =>
      path.join(world.database.dataDir, 'files', String(world.district.id), keyOf(id, form))
    expect(existsSync(file(held.id, 'voice.webm'))).toBe(true)
    expect(existsSync(file(loose.id, 'voice.m4a'))).toBe(false)
  })

  it('leaves nothing behind when its upload never came to an end', async () => {
    const id = uuidv7()
    const answer = await world
      .browser()
      .uploads(uploadVoice, { name: 'a', bytes: await sample('film.webm'), key: id })
    expect(answer.status).toBe(400)
    // As if the server had died between the store and the row.
    await world.database.ground.files.put(`${world.district.id}/${keyOf(id, 'voice.webm')}`, Buffer.from('x'))
    await world.at(new Date(Date.now() + 25 * 3600_000), undefined, (ctx) => removeUnheld(ctx))
    expect(await world.database.ground.files.exists(`${world.district.id}/${keyOf(id, 'voice.webm')}`)).toBe(
      false,
    )
    expect(await world.rows('select 1 from file_uploads where id = $1', [id])).toEqual([])
  })
})

const host = () => ({ host: `${world.district.id}.localhost` })

describe('the address of a file', () => {
  it('ends: it is good for six to twelve hours and says so to the cache', async () => {
    const voice = await said()
    const { personalData } = world.database.ground
    const form = voice.url.split('/').at(-1)
    const given = (hoursAgo: number) =>
      `${addressOf(personalData, world.district, voice.id, new Date(Date.now() - hoursAgo * 3600_000))}/${form}`
    for (const hoursAgo of [0, 5.9]) {
      const fresh = await world.browser().get(given(hoursAgo))
      expect(fresh.statusCode).toBe(200)
      const [, seconds] = /max-age=(\d+)/.exec(String(fresh.headers['cache-control'])) ?? []
      expect(Number(seconds)).toBeLessThanOrEqual(12 * 3600)
    }
    const ended = await world.browser().get(given(12))
    expect(ended.statusCode).toBe(404)
    expect(ended.headers['cache-control']).toBe('no-store')
  })

  it('stays the same for hours, so that a picture is loaded once', () => {
    const { personalData } = world.database.ground
    const at = (minute: number) =>
      addressOf(
        personalData,
        world.district,
        '0199a000-0000-7000-8000-000000000001',
        new Date(minute * 60_000),
      )
    const step = 6 * 60
    expect(at(1)).toBe(at(step - 1))
    expect(at(1)).not.toBe(at(step + 1))
  })
})
