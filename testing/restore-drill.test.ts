import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { uuidv7 } from '#kernel/server/uuid.ts'
import { type Photo, uploadPhoto } from '#modules/files/contract.ts'
import { demoPassword } from '#modules/people/server/door.ts'
import { newDataDir, removeDataDir } from './data-folder.ts'
import { databaseOn, onServer } from './database-global.ts'
import { type ObjectStore, openObjectStore, settingsFor } from './object-store.ts'
import { freePort, runYige, startYige, stopYige, untilReady } from './process.ts'
import { openWorld, type World } from './world.ts'

type Settings = Record<string, string>

let world: World
let folder: string
let bucket: ObjectStore
let code: string
const file = (name: string): string => path.join(folder, name)
beforeAll(async () => {
  world = await openWorld()
  folder = await newDataDir('drill')
  bucket = await openObjectStore()
  code = (await world.report({ photoIds: [await photographed()] })).code
}, 120_000)
afterAll(async () => {
  await world.close()
  await bucket.close()
  await removeDataDir(folder)
})

async function photographed(): Promise<string> {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#8a6' } })
    .jpeg()
    .toBuffer()
  const answer = await world.browser().uploads(uploadPhoto, { name: 'p.jpg', bytes })
  return (answer.body as Photo).id
}

const lost = (): Settings => ({
  DATABASE_URL: world.database.url,
  YIGE_SECRET_KEY: world.database.secretKey,
  YIGE_DATA_DIR: world.database.dataDir,
})

/** Somebody signs in on the restored installation, and the reporter's photo opens. */
async function livesOn(settings: Settings): Promise<void> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const server = startYige(['serve'], { ...settings, PORT: String(port) })
  try {
    await untilReady(url, server)
    const signedIn = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': uuidv7() },
      body: JSON.stringify({ login: 'wangfang', password: demoPassword }),
    })
    expect(signedIn.status).toBe(200)
    expect(await signedIn.json()).toMatchObject({ session: { name: '王芳' } })
    const receipt = (await (await fetch(`${url}/api/v1/receipts/${code}`)).json()) as { photos: Photo[] }
    const [photo] = receipt.photos
    const picture = await fetch(`${url}${photo?.url}`)
    expect(picture.status).toBe(200)
    expect((await sharp(await picture.arrayBuffer()).metadata()).width).toBe(40)
  } finally {
    await stopYige(server)
  }
}

// Each command is a process of its own, with a database to start.
describe('after the machine was lost', { timeout: 300_000 }, () => {
  it('a backup brings everything back into an empty folder, with the key that was kept elsewhere', async () => {
    const made = await runYige(['backup', file('plain.backup')], lost())
    expect(made).toMatchObject({ code: 0, result: { locked: false, files: 2 } })
    const empty = { YIGE_DATA_DIR: file('plain') }
    const keyless = await runYige(['restore', file('plain.backup')], empty)
    expect(keyless).toMatchObject({ code: 1 })
    expect(keyless.result['reason']).toContain('没有密钥')
    await mkdir(file('plain'))
    await writeFile(path.join(file('plain'), 'secret.key'), world.database.secretKey)
    const restored = await runYige(['restore', file('plain.backup')], empty)
    expect(restored).toMatchObject({ code: 0, result: { files: 2, findings: [] } })
    expect(restored.result['tables']).toEqual(made.result['tables'])
    expect(await runYige(['restore', file('plain.backup')], empty)).toMatchObject({ code: 1 })
    expect(await runYige(['verify'], empty)).toMatchObject({ code: 0, result: { findings: [] } })
    await livesOn(empty)
    await removeDataDir(file('plain'))
  })

  it('an encrypted one is opened by whoever has the secret key, on another server with its files in a bucket', async () => {
    const identity = await generateX25519Identity()
    await writeFile(file('who-may-open.txt'), `# 区数据中心\n${await identityToRecipient(identity)}\n`)
    await writeFile(file('kept-in-the-safe.txt'), `${identity}\n`)
    const words = [
      'backup',
      file('closed.age'),
      '--with-secret',
      '--recipients-file',
      file('who-may-open.txt'),
    ]
    expect(await runYige(words, lost())).toMatchObject({ code: 0, result: { locked: true, secret: true } })

    const name = `yige_drill_${process.pid}`
    await onServer(inject('databaseServer'), `create database ${name}`)
    const elsewhere: Settings = {
      DATABASE_URL: databaseOn(inject('databaseServer'), name),
      YIGE_SECRET_KEY: world.database.secretKey,
      YIGE_DATA_DIR: file('closed'),
      ...settingsFor(bucket.bucket),
    }
    const closed = await runYige(['restore', file('closed.age')], elsewhere)
    expect(closed.result['reason']).toContain('备份是加密的')
    const opened = ['restore', file('closed.age'), '--identity-file', file('kept-in-the-safe.txt')]
    expect(await runYige(opened, elsewhere)).toMatchObject({ code: 0, result: { files: 2, findings: [] } })
    expect(bucket.objects.size).toBe(2)
    await livesOn(elsewhere)

    // A backup made there holds what lies in the bucket.
    const passphrase = { YIGE_BACKUP_PASSPHRASE: '槐树 井盖 路灯 七十二' }
    const again = await runYige(['backup', file('again.age')], { ...elsewhere, ...passphrase })
    expect(again).toMatchObject({ code: 0, result: { locked: true, files: 2 } })
    await onServer(inject('databaseServer'), `drop database ${name} with (force)`)
  })

  it('a weak passphrase, two locks, or a key that is none are refused before anything is written', async () => {
    const refused = async (words: string[], more: Settings = {}) => {
      const outcome = await runYige(['backup', file('never.age'), ...words], { ...lost(), ...more })
      expect(outcome.code).toBe(1)
      return String(outcome.result['reason'])
    }
    expect(await refused([], { YIGE_BACKUP_PASSPHRASE: '12345678' })).toContain('至少 12 个字符')
    const both = ['--recipient', await identityToRecipient(await generateX25519Identity())]
    expect(await refused(both, { YIGE_BACKUP_PASSPHRASE: 'a long passphrase' })).toContain('只能用一种')
    expect(await refused(['--recipient', 'age1nobody'])).toContain('公钥')
    expect(await refused(['--passphrase-file', file('not-there')])).toContain('not-there')
  })
})
