import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '#kernel/server/uuid.ts'
import * as matters from '#modules/matters/contract.ts'
import type { Caller } from '#testing/caller.ts'
import { openWorld, type World } from '#testing/world.ts'
import { type Photo, uploadPhoto } from '../contract.ts'
import { keyOf } from './addresses.ts'
import { removeUnheld } from './hold.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const picture = (width = 800, height = 600) =>
  sharp({ create: { width, height, channels: 3, background: '#88aa66' } })
const jpeg = () => picture().jpeg().toBuffer()
const fileOf = (id: string) =>
  path.join(world.database.dataDir, 'files', String(world.district.id), keyOf(id, 'full'))

async function uploaded(caller: Caller = world.browser()): Promise<Photo> {
  const answer = await caller.uploads(uploadPhoto, { name: 'p.jpg', bytes: await jpeg() })
  expect(answer.status).toBe(200)
  return answer.body as Photo
}

describe('a photo', () => {
  it('is known by its content, not by its name', async () => {
    const refused = { status: 400, body: { code: 'files.photo-unreadable' } }
    const send = (name: string, bytes: Buffer) => world.browser().uploads(uploadPhoto, { name, bytes })
    expect(await send('a.jpg', Buffer.from('只是文字，改了名字。'))).toMatchObject(refused)
    expect(await send('b.jpg', Buffer.from('<html><script>alert(1)</script></html>'))).toMatchObject(refused)
    expect(await send('c.jpg', (await jpeg()).subarray(0, 400))).toMatchObject(refused)
    expect(await send('d.txt', await picture().png().toBuffer())).toMatchObject({ status: 200 })
    expect(await send('e.pdf', await picture().webp().toBuffer())).toMatchObject({ status: 200 })
  })

  it('is a picture of a camera, not a drawing', async () => {
    const bytes = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>')
    const answer = await world.browser().uploads(uploadPhoto, { name: 'a.jpg', bytes })
    expect(answer).toMatchObject({ status: 400, body: { code: 'files.photo-unreadable' } })
  })

  it('is not replaced by who knows its id, also when the key is long forgotten', async () => {
    const { id } = await uploaded()
    const before = await readFile(fileOf(id))
    await world.rows('delete from idempotency_keys where key = $1', [id])
    const bytes = await picture(40, 40).jpeg().toBuffer()
    const other = await world.browser().uploads(uploadPhoto, { name: 'b.jpg', bytes, key: id })
    expect(other).toMatchObject({ status: 409, body: { code: 'request.key-reused' } })
    expect((await readFile(fileOf(id))).equals(before)).toBe(true)
  })

  it('loses where and with what it was taken', async () => {
    const bytes = await picture()
      .withExif({
        IFD0: { Make: 'PhoneMaker', Artist: 'Somebody' },
        IFD3: { GPSLatitude: '34/1 45/1 0/1', GPSLongitude: '113/1 39/1 0/1', GPSLatitudeRef: 'N' },
      })
      .jpeg()
      .toBuffer()
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const answer = await world.browser().uploads(uploadPhoto, { name: 'gps.jpg', bytes })
    const { id } = answer.body as Photo
    const kept = await sharp(fileOf(id)).metadata()
    expect(kept.exif).toBeUndefined()
    expect(kept.xmp).toBeUndefined()
  })

  it('stands upright and is no larger than needed, with a small one beside it', async () => {
    const bytes = await picture(2400, 1200).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const answer = await world.browser().uploads(uploadPhoto, { name: 'wide.jpg', bytes })
    const photo = answer.body as Photo
    expect([photo.width, photo.height]).toEqual([800, 1600])
    const small = await world.browser().get(photo.thumbUrl)
    expect(small.headers['content-type']).toBe('image/jpeg')
    expect((await sharp(small.rawPayload).metadata()).height).toBe(360)
  })

  it('too large is refused by name', async () => {
    const bytes = Buffer.alloc(12 * 1024 * 1024 + 1, 1)
    const answer = await world.browser().uploads(uploadPhoto, { name: 'huge.jpg', bytes })
    expect(answer).toMatchObject({ status: 413, body: { code: 'request.too-large' } })
  })

  it('sent again is kept once', async () => {
    const [caller, key, bytes] = [world.browser(), uuidv7(), await jpeg()]
    const sent = { name: 'p.jpg', bytes, key }
    const answers = await Promise.all(Array.from({ length: 5 }, () => caller.uploads(uploadPhoto, sent)))
    expect(answers.map((each) => each.status)).toEqual([200, 200, 200, 200, 200])
    expect(new Set(answers.map((each) => (each.body as Photo).id))).toEqual(new Set([key]))
    const other = await caller.uploads(uploadPhoto, {
      ...sent,
      bytes: await picture(10, 10).jpeg().toBuffer(),
    })
    expect(other).toMatchObject({ status: 409, body: { code: 'request.key-reused' } })
  })
})

describe('the address of a photo', () => {
  it('works only with its signature, and only in its district', async () => {
    const photo = await uploaded()
    expect((await world.browser().get(photo.url)).statusCode).toBe(200)
    const [, , id, signature = ''] = photo.url.split('/')
    const [until = '', signed = ''] = signature.split('.')
    const forged = `${until}.${signed.startsWith('A') ? 'B' : 'A'}${signed.slice(1)}`
    const later = `${(Number.parseInt(until, 36) + 1).toString(36)}.${signed}`
    for (const wrong of [
      `/files/${id}/${forged}/full`,
      `/files/${id}/${later}/full`,
      `/files/${id}/x/full`,
      `/files/${uuidv7()}/${signature}/full`,
      `/files/${id}/${signature}/original`,
      `/files/..%2f..%2fetc/${signature}/full`,
    ]) {
      const answer = await world.browser().get(wrong)
      expect(answer.statusCode, wrong).toBe(404)
    }
    await world.rows(
      `insert into districts (id, name, hosts, created_at) values (419700, '别处', '{419700.localhost}', now())`,
    )
    world.database.ground.districts.forget()
    const abroad = world.browser()
    abroad.host = '419700.localhost'
    expect((await abroad.get(photo.url)).statusCode).toBe(404)
  })
})

describe('who holds a photo', () => {
  it('is the report it came with; another report cannot take it over', async () => {
    const photo = await uploaded()
    const first = await world.report({ photoIds: [photo.id] })
    expect(first.photos.map((each) => each.id)).toEqual([photo.id])
    const thief = await world.report({ photoIds: [photo.id] }).catch((error: unknown) => error)
    expect(thief).toMatchObject({ code: 'files.photo-missing', details: { photoIds: [photo.id] } })
  })

  it('is nobody for one that never arrived, and then nothing is reported', async () => {
    const before = await world.value<number>('select count(*)::int from matters')
    await expect(world.report({ photoIds: [uuidv7()] })).rejects.toMatchObject({
      code: 'files.photo-missing',
    })
    expect(await world.value<number>('select count(*)::int from matters')).toBe(before)
  })

  it('counts as evidence where the subject demands it', async () => {
    const params = { matterId: await world.matterOf(await world.report({ subject: 'street_lamp' })) }
    const wangfang = world.person('wangfang')
    await wangfang.calls(matters.acceptMatter, { params, body: { take: true } })
    const photo = await uploaded(wangfang)
    const body = { words: '换了灯泡。', outcome: 'solved' as const, photoIds: [photo.id] }
    expect((await wangfang.calls(matters.answerMatter, { params, body })).status).toBe('answered')
  })

  it('decides whether it stays: unheld ones go after a day, with their files', async () => {
    const [held, loose] = [await uploaded(), await uploaded()]
    await world.report({ photoIds: [held.id] })
    const hours = (count: number) => new Date(Date.now() + count * 3600_000)
    await world.at(hours(23), undefined, (ctx) => removeUnheld(ctx))
    expect(existsSync(fileOf(loose.id))).toBe(true)
    await world.at(hours(25), undefined, (ctx) => removeUnheld(ctx))
    expect(existsSync(fileOf(loose.id))).toBe(false)
    expect(existsSync(fileOf(held.id))).toBe(true)
    expect((await world.browser().get(loose.url)).statusCode).toBe(404)
    const left = await readdir(path.dirname(fileOf(loose.id))).catch(() => [])
    expect(left.filter((name) => name.includes(loose.id))).toEqual([])
  })
})
