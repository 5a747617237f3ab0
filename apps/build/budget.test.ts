import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildWeb } from './build.ts'
import { REPO } from './configs.ts'
import { firstLoadBytes } from './first-load.ts'
import { DOOR_PAGE, filesOf, nameIn, readManifest } from './shell-html.ts'

const KB = 1024
const resident = join(REPO, 'dist/resident')
const staff = join(REPO, 'dist/staff')

beforeAll(() => buildWeb({ say: () => undefined }), 180_000)

describe('the bytes of a first load', () => {
  it('keeps the door page, its code included, within 45 KB', async () => {
    expect(await firstLoadBytes(resident, 'door.html', '/')).toBeLessThanOrEqual(45 * KB)
  })

  it('keeps the worker app with its heaviest page within 60 KB', async () => {
    const manifest = await readManifest(resident)
    const start = filesOf(manifest, 'work.html')
    const pages = Object.keys(manifest).filter((name) => /modules\/[^/]+\/worker\//.test(name))
    const sizeOf = async (file: string) => (await readFile(join(resident, `${file}.br`))).length
    const extras = await Promise.all(
      pages.map(async (name) => {
        const more = [...filesOf(manifest, name)].filter((file) => !start.has(file))
        return (await Promise.all(more.map(sizeOf))).reduce((sum, size) => sum + size, 0)
      }),
    )
    const shell = await firstLoadBytes(resident, 'work.html', '/')
    expect(shell + Math.max(0, ...extras)).toBeLessThanOrEqual(60 * KB)
  })

  it('keeps the staff shell within 320 KB', async () => {
    expect(await firstLoadBytes(staff, 'index.html', '/staff/')).toBeLessThanOrEqual(320 * KB)
  })
})

describe('the built shells', () => {
  it('names in csp.json every style element, and the one script that asks for the door early', async () => {
    const { styles, scripts } = JSON.parse(await readFile(join(REPO, 'dist/csp.json'), 'utf8')) as {
      styles: string[]
      scripts: string[]
    }
    for (const shell of ['index.html', 'door.html', 'work.html']) {
      const html = await readFile(join(resident, shell), 'utf8')
      const inline = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text)
      expect(inline).toHaveLength(shell === 'door.html' ? 1 : 0)
      for (const text of inline) {
        expect(scripts).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`)
      }
      expect(html).not.toMatch(/\sstyle="/)
      for (const [, text = ''] of html.matchAll(/<style>([\s\S]*?)<\/style>/g)) {
        expect(styles).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`)
      }
    }
  })

  it('shows the question of the door page before any code runs', async () => {
    expect(await readFile(join(resident, 'door.html'), 'utf8')).toContain('有什么事需要解决？')
  })

  it('loads the code of the door page with the first files, or names it for preloading', async () => {
    const manifest = await readManifest(resident)
    const html = await readFile(join(resident, 'door.html'), 'utf8')
    const name = nameIn(manifest, DOOR_PAGE) ?? 'index.html'
    expect(existsSync(join(REPO, DOOR_PAGE))).toBe(true)
    for (const file of filesOf(manifest, name)) {
      if (!file.endsWith('.js')) continue
      const direct = html.includes(file)
      const byFirst = [...filesOf(manifest, 'index.html')].includes(file)
      expect(direct || byFirst, file).toBe(true)
    }
  })
})
