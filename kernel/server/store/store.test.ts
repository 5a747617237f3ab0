import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDataDir, removeDataDir } from '#testing/data-folder.ts'
import { type ObjectStore, openObjectStore } from '#testing/object-store.ts'
import { diskStore } from './disk-store.ts'
import { objectStore } from './object-store.ts'
import { bytesOf, RangeUnfit, type Store, within } from './store.ts'

let folder: string
let bucket: ObjectStore
const stores: Record<string, Store> = {}
beforeAll(async () => {
  folder = await newDataDir('store')
  bucket = await openObjectStore()
  stores['a folder'] = diskStore(folder)
  stores['a bucket'] = await objectStore(bucket.bucket)
})
afterAll(async () => {
  await bucket.close()
  await removeDataDir(folder)
})

async function keysOf(store: Store, prefix: string): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of store.list(prefix)) keys.push(key)
  return keys.toSorted()
}

describe.each(['a folder', 'a bucket'])('%s', (name) => {
  const store = (): Store => stores[name] ?? failed()

  it('gives back what was put in, whole and in parts', async () => {
    const bytes = randomBytes(300_000)
    await store().put('419900/ab/one.jpg', bytes)
    await store().put('419900/ab/one.jpg', bytes)
    const get = async (range?: Parameters<Store['get']>[1]) => {
      const found = await store().get('419900/ab/one.jpg', range)
      return found && { ...found, content: await bytesOf(found) }
    }
    expect((await get())?.content.equals(bytes)).toBe(true)
    expect(await get({ from: 10, to: 19 })).toMatchObject({ bytes: 300_000, from: 10, to: 19 })
    expect((await get({ from: 299_990 }))?.content.equals(bytes.subarray(-10))).toBe(true)
    expect((await get({ last: 3 }))?.content.equals(bytes.subarray(-3))).toBe(true)
    await expect(get({ from: 300_000 })).rejects.toThrow(RangeUnfit)
    expect(await store().exists('419900/ab/one.jpg')).toBe(true)
  })

  it('says that there is none, and removes what is not there without a word', async () => {
    expect(await store().get('419900/zz/none.jpg')).toBeUndefined()
    expect(await store().exists('419900/zz/none.jpg')).toBe(false)
    await store().remove('419900/zz/none.jpg')
  })

  it('lists what is whole, over as many pages as it takes', async () => {
    const keys = ['1/aa/a', '1/aa/b', '1/ab/c', '10/aa/d', '2/aa/e', '2/aa/f', '2/aa/g', '2/aa/h']
    for (const key of keys) await store().put(key, Buffer.from(key))
    if (name === 'a folder') await writeFile(path.join(folder, '2/aa/half.part'), 'half')
    expect(await keysOf(store(), '2/')).toEqual(['2/aa/e', '2/aa/f', '2/aa/g', '2/aa/h'])
    expect(await keysOf(store(), '1/')).toEqual(['1/aa/a', '1/aa/b', '1/ab/c'])
    expect((await keysOf(store(), '')).filter((key) => keys.includes(key))).toEqual(keys.toSorted())
    expect(await keysOf(within(store(), '2'), '')).toEqual(['aa/e', 'aa/f', 'aa/g', 'aa/h'])
    await store().remove('2/aa/e')
    expect(await keysOf(within(store(), '2'), 'aa/')).toEqual(['aa/f', 'aa/g', 'aa/h'])
  })

  it('refuses a key that leads elsewhere', async () => {
    for (const key of ['../secret.key', '/etc/passwd', 'a/../../b', 'a//b', '.hidden', 'a\\b', '']) {
      await expect((async () => store().put(key, Buffer.from('x')))(), key).rejects.toThrow('not a key')
    }
  })
})

function failed(): never {
  throw new Error('no such store')
}

describe('a bucket', () => {
  it('is opened only with the right key', async () => {
    const wrong = await objectStore({ ...bucket.bucket, secret: 'another secret' })
    await expect(wrong.put('1/aa/x', Buffer.from('x'))).rejects.toThrow('SignatureDoesNotMatch')
    const nobody = await objectStore({ ...bucket.bucket, key: 'NOBODY' })
    await expect(nobody.get('1/aa/a')).rejects.toThrow('InvalidAccessKeyId')
    expect(bucket.objects.has('1/aa/x')).toBe(false)
  })
})
