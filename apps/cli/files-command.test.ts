import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskStore } from '#kernel/server/store/disk-store.ts'
import { newDataDir, removeDataDir } from '#testing/data-folder.ts'
import { type ObjectStore, openObjectStore, settingsFor } from '#testing/object-store.ts'
import { runYige } from '#testing/process.ts'

let bucket: ObjectStore
let folder: string
let settings: Record<string, string>
const photos = new Map<string, Buffer>()
beforeAll(async () => {
  bucket = await openObjectStore()
  folder = await newDataDir('move')
  settings = { YIGE_DATA_DIR: folder, ...settingsFor(bucket.bucket) }
  const disk = diskStore(path.join(folder, 'files'))
  for (let at = 0; at < 8; at += 1) {
    const key = `419900/a${at % 3}/${at}.jpg`
    photos.set(key, randomBytes(5_000))
    await disk.put(key, photos.get(key) ?? Buffer.alloc(0))
  }
})
afterAll(async () => {
  await bucket.close()
  await removeDataDir(folder)
})

const onDisk = (key: string): Promise<Buffer | undefined> =>
  readFile(path.join(folder, 'files', key)).catch(() => undefined)

describe('yige files move', { timeout: 120_000 }, () => {
  it('goes on where it was broken off, mends what arrived damaged, and keeps the originals', async () => {
    const [first, second] = [...photos.keys()]
    bucket.objects.set(first ?? '', photos.get(first ?? '') ?? Buffer.alloc(0))
    bucket.objects.set(second ?? '', Buffer.from('half'))
    const moved = await runYige(['files', 'move', '--to', 's3'], settings)
    expect(moved).toMatchObject({ code: 0, result: { copied: 7, already: 1, removed: 0 } })
    expect(new Map(bucket.objects)).toEqual(photos)
    for (const [key, bytes] of photos) expect(await onDisk(key)).toEqual(bytes)
    expect((await runYige(['files', 'move', '--to', 's3'], settings)).result).toMatchObject({
      copied: 0,
      already: 8,
    })
  })

  it('empties the folder when told to, and brings everything back', async () => {
    const there = await runYige(['files', 'move', '--to', 's3', '--remove'], settings)
    expect(there).toMatchObject({ code: 0, result: { already: 8, removed: 8 } })
    for (const key of photos.keys()) expect(await onDisk(key)).toBeUndefined()
    const back = await runYige(['files', 'move', '--to', 'disk'], settings)
    expect(back).toMatchObject({ code: 0, result: { copied: 8, removed: 0 } })
    for (const [key, bytes] of photos) expect(await onDisk(key)).toEqual(bytes)
  })

  it('says what is missing, and that a wrong key opens nothing', async () => {
    const plain = await runYige(['files', 'move', '--to', 's3'], { YIGE_DATA_DIR: folder })
    expect(plain).toMatchObject({ code: 1 })
    expect(plain.result['reason']).toContain('YIGE_FILES_S3_ENDPOINT')
    const half = { ...settings, YIGE_FILES_S3_SECRET: '' }
    expect((await runYige(['files', 'move', '--to', 's3'], half)).result['reason']).toContain('S3_SECRET')
    const wrong = { ...settings, YIGE_FILES_S3_SECRET: 'something else' }
    expect((await runYige(['files', 'move', '--to', 'disk'], wrong)).code).toBe(1)
    expect((await runYige(['files', 'move'], settings)).code).toBe(2)
  })
})
