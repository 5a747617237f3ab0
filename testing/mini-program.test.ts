import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { createContext, runInContext } from 'node:vm'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { servePages } from '#apps/server/pages.ts'
import { type Photo, uploadPhoto } from '#modules/files/contract.ts'
import * as matters from '#modules/matters/contract.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ besides: servePages })
  await world.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => world.close())

type Answer = { statusCode: number; data: unknown; cookies?: string[] }
type Call = {
  url: string
  method?: string
  header?: Record<string, string>
  data?: unknown
  filePath?: string
  success?(answer: Answer): void
  fail?(): void
  complete?(answer?: Answer): void
}
type Receipt = {
  status: string
  words: string
  mayRate: boolean
  rating?: number
  question?: { words: string }
}
type Yige = {
  newKey(): string
  begin(): Promise<void>
  openDoor(code: string): Promise<{ groups: { subjects: { key: string }[] }[]; consentVersion: number }>
  sendPhoto(file: string, key: string): Promise<{ id: string }>
  promise(door: string, subject: string): Promise<{ dueAt: string }>
  sendReport(report: object, key: string): Promise<{ code: string; number: string }>
  receipt(code: string): Promise<Receipt>
  reply(code: string, words: string, photoIds: string[], key: string): Promise<Receipt>
  rate(code: string, rating: number, words: string): Promise<{ rating?: number }>
}

/** The phone's side of `wx`: real calls to the product. `calls` says which name each carried, and how many more it may make. */
function phoneOf(photos: Record<string, Buffer>) {
  const kept = new Map<string, string>()
  const calls: { path: string; device: string | undefined; left: number }[] = []
  const origin = world.app.listeningOrigin
  const send = async ({
    url,
    method = 'POST',
    header = {},
    data,
    filePath,
    ...told
  }: Call): Promise<void> => {
    const form = new FormData()
    if (filePath) form.append('file', new Blob([new Uint8Array(photos[filePath] ?? [])]), 'photo.jpg')
    const body = filePath ? form : data === undefined ? undefined : JSON.stringify(data)
    try {
      const answer = await fetch(url.replace('http://yige.invalid', origin), {
        method,
        headers: header,
        ...(body && { body }),
      })
      calls.push({
        path: new URL(url).pathname,
        device: /yige_device=([^;]+)/.exec(header['cookie'] ?? '')?.[1],
        left: Number(answer.headers.get('x-ratelimit-remaining')),
      })
      const given = {
        statusCode: answer.status,
        data: await answer.text(),
        cookies: answer.headers.getSetCookie(),
      }
      told.success?.(given)
      told.complete?.(given)
    } catch {
      told.fail?.()
      told.complete?.()
    }
  }
  return {
    calls,
    request: (call: Call) => void send(call),
    uploadFile: (call: Call) => void send(call),
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: string) => void kept.set(key, value),
  }
}

async function openExample(wx: ReturnType<typeof phoneOf>, host = 'http://yige.invalid'): Promise<Yige> {
  const file = path.join(import.meta.dirname, '../docs/examples/mini-program.js')
  const module = { exports: {} as { openYige(host: string, phone: unknown): Yige } }
  runInContext(await readFile(file, 'utf8'), createContext({ module, Promise, JSON, Math }))
  return module.exports.openYige(host, wx)
}

it('takes 李奶奶 from the door to her rating, as a mini-program, and 王芳 finds what she sent', async () => {
  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#8a6' } })
    .jpeg()
    .toBuffer()
  const yige = await openExample(phoneOf({ 'wxfile://lamp.jpg': photo }))
  await yige.begin()
  const door = await world.doorOf('binhe-3')
  const place = await yige.openDoor(door)
  const subjects = place.groups.flatMap((group) => group.subjects.map(({ key }) => key))
  expect(subjects).toContain('street_lamp')
  expect(Date.parse((await yige.promise(door, 'street_lamp')).dueAt)).toBeGreaterThan(Date.now())

  const { id } = await yige.sendPhoto('wxfile://lamp.jpg', yige.newKey())
  const key = yige.newKey()
  const { consentVersion } = place
  const words = '三号楼门口的灯不亮。'
  const report = { door, subject: 'street_lamp', words, photoIds: [id], consentVersion }
  const sent = await yige.sendReport(report, key)
  // Pressed twice: one report.
  expect(await yige.sendReport(report, key)).toMatchObject({ number: sent.number, code: sent.code })
  expect(await yige.receipt(sent.code)).toMatchObject({ words, mayRate: false })

  const kept = await world.browser().calls(matters.readOwnData, { body: { codes: [sent.code] } })
  expect(kept.items[0]?.consentVersion).toBe(consentVersion)

  const params = { matterId: await world.matterOf(sent) }
  const detail = await world.person('wangfang').calls(matters.readMatter, { params })
  expect(detail.matter.number).toBe(sent.number)
  await world.person('wangfang').calls(matters.acceptMatter, { params, body: { take: true } })
  await world
    .person('wangfang')
    .calls(matters.askReporter, { params, body: { words: '是哪一盏，大门左边的吗？' } })
  expect((await yige.receipt(sent.code)).question?.words).toBe('是哪一盏，大门左边的吗？')
  const replied = await yige.reply(sent.code, '是左边的。', [], yige.newKey())
  expect(replied.question).toBeUndefined()

  const after = await world
    .person('wangfang')
    .asks(uploadPhoto, { file: { name: 'after.jpg', bytes: photo } })
  await world.person('wangfang').calls(matters.answerMatter, {
    params,
    body: { words: '灯泡换好了。', outcome: 'solved', photoIds: [(after.body as Photo).id] },
  })
  expect(await yige.rate(sent.code, 5, '很快')).toMatchObject({ rating: 5 })
})

it('keeps one name for a phone, so that a neighbour behind the same address is counted apart', async () => {
  const [li, zhao] = [phoneOf({}), phoneOf({})]
  const door = await world.doorOf('binhe-3')
  const yige = await openExample(li)
  await yige.begin()
  await (await openExample(li)).begin()
  for (let turn = 0; turn < 3; turn += 1) await yige.openDoor(door)
  expect(li.calls.map(({ path: called }) => called).filter((called) => called === '/')).toHaveLength(1)
  const names = new Set(li.calls.slice(1).map(({ device }) => device))
  expect(names).toEqual(new Set([li.getStorageSync('yige_device')]))
  expect([...names][0]).toMatch(/^.+~.+[.].+$/)

  const other = await openExample(zhao)
  await other.begin()
  await other.openDoor(door)
  const left = (phone: typeof li) => phone.calls.at(-1)?.left ?? 0
  expect(left(zhao) - left(li)).toBe(2)
})

it('tells a wrong code in a sentence, with a name a program can go by', async () => {
  const yige = await openExample(phoneOf({}))
  await expect(yige.receipt('WRONGCODE1')).rejects.toMatchObject({ code: 'matters.receipt-not-found' })
  await expect(yige.openDoor('nowhere')).rejects.toMatchObject({ status: 404, details: {} })
})

it('refuses what was typed wrong, and never opens another address with it', async () => {
  const yige = await openExample(phoneOf({}))
  await expect(yige.receipt('../home')).rejects.toMatchObject({ status: 400, code: 'request.invalid' })
})

it('tells the person to try again when a proxy in front answers with a page of its own', async () => {
  let status = 502
  const proxy = createServer((_request, reply) => reply.writeHead(status).end('<html>Bad Gateway</html>'))
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready))
  const host = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  const yige = await openExample(phoneOf({}), host)
  const unreadable = { code: 'unreadable', message: '系统忙，请稍后再试。' }
  await expect(yige.receipt('7K2M9QXD')).rejects.toMatchObject({ status: 502, ...unreadable })
  status = 200
  await expect(yige.receipt('7K2M9QXD')).rejects.toMatchObject({ status: 200, ...unreadable })
  await new Promise((closed) => proxy.close(closed))
})
