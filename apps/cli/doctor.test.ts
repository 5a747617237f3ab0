import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { hash } from '@node-rs/argon2'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Photo, uploadPhoto } from '#modules/files/contract.ts'
import { runYige } from '#testing/process.ts'
import { openWorld, type World } from '#testing/world.ts'

type Told = { name: string; state: string; told: string; remedy?: string; district?: number }

let world: World
let settings: Record<string, string>
beforeAll(async () => {
  world = await openWorld()
  settings = {
    DATABASE_URL: world.database.url,
    YIGE_SECRET_KEY: world.database.secretKey,
    YIGE_DATA_DIR: world.database.dataDir,
    PUBLIC_URL: 'https://yige.example.gov.cn',
  }
})
afterAll(() => world.close())

async function doctor(more: Record<string, string> = {}) {
  const { code, result } = await runYige(['doctor'], { ...settings, ...more })
  const checks = result['checks'] as Told[]
  const stands = (state: string) => checks.filter((each) => each.state === state).map(({ name }) => name)
  return {
    code,
    checks,
    wrong: stands('wrong'),
    named: (name: string) => checks.find((each) => each.name === name),
  }
}

// Each is a process of its own, on a machine that may be busy.
describe('yige doctor', { timeout: 180_000 }, () => {
  it('tells what is wrong with what to do, and is content when that was done', async () => {
    const first = await doctor({ PUBLIC_URL: 'http://yige.example.gov.cn', YIGE_SECRET_KEY: 'ab'.repeat(20) })
    expect(first.code).toBe(1)
    expect(first.wrong).toEqual(['address', 'secret key', 'backup', 'known passwords'])
    for (const each of first.checks) expect(each.state === 'good', each.name).toBe(each.remedy === undefined)
    // Administrators among the names that everybody tries come first.
    expect(first.named('known passwords')?.told).toContain(
      'everybody knows: sunli, chenjing, hewei, limin, wangfang',
    )
    await world.rows('update accounts set password_hash = $1', [await hash('滨河花园三号楼的槐树')])
    await runYige(['backup', path.join(world.database.dataDir, 'one.backup')], settings)
    const second = await doctor()
    expect(second).toMatchObject({ code: 0, wrong: [] })
    expect(second.named('backup')?.told).toContain('0.0 天前')
    expect(second.named('second factor')).toMatchObject({ state: 'warn', district: 419900 })
  })

  it('finds a photo that is lost, one that was changed, and a store that takes nothing', async () => {
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#8a6' } })
      .jpeg()
      .toBuffer()
    const upload = async () =>
      ((await world.browser().uploads(uploadPhoto, { name: 'p.jpg', bytes })).body as Photo).id
    const [lost, changed] = [await upload(), await upload()]
    const file = (id: string) => path.join(world.database.dataDir, 'files/419900', id.slice(-2), `${id}.jpg`)
    await rm(file(lost))
    await writeFile(file(changed), 'something else')
    const found = await doctor({})
    expect(found.named('photos')).toMatchObject({ state: 'wrong' })
    for (const id of [lost, changed]) expect(found.named('photos')?.told).toContain(id)
    const nowhere = {
      YIGE_FILES_S3_ENDPOINT: 'http://127.0.0.1:9',
      YIGE_FILES_S3_BUCKET: 'b',
      YIGE_FILES_S3_REGION: 'r',
      YIGE_FILES_S3_KEY: 'k',
      YIGE_FILES_S3_SECRET: 's',
    }
    expect((await doctor(nowhere)).named('files')).toMatchObject({ state: 'wrong' })
  })

  it('finds jobs nobody works off and those given up', async () => {
    await world.rows(
      `insert into jobs.job (name, data, start_after) values ('files.prune', '{}', now() - interval '1 hour'), ('dead-letters', '{}', now())`,
    )
    const found = await doctor()
    expect(found.named('queue')).toMatchObject({ state: 'wrong' })
    expect(found.named('dead letters')?.told).toContain('1 个任务')
  })
})
