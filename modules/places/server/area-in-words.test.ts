import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '#testing/world.ts'
import { areaInWords } from './area-in-words.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const found = (words: string) =>
  world.at(new Date(), undefined, async (ctx) => (await areaInWords(ctx, words))?.id)

describe('the area that a written address names', () => {
  it('is the finest one of whose path most names occur', async () => {
    expect(await found('锦河区文苑街道滨溪社区滨河花园3号楼502室')).toBe(world.area('binhe-3'))
    expect(await found('滨河花园 3号楼 门口')).toBe(world.area('binhe-3'))
    expect(await found('滨溪社区')).toBe(world.area('binxi'))
  })

  it('is what all of them lie in where several are as likely', async () => {
    const unit = await found('滨河花园1单元')
    const garden = await world.value<number[]>('select path from areas where id = $1', [
      world.area('binhe-3'),
    ])
    expect(garden).toContain(unit)
  })

  it('does not take 3号楼 out of 13号楼', async () => {
    expect(await found('滨河花园13号楼')).not.toBe(world.area('binhe-3'))
  })

  it('is none where no name occurs', async () => {
    expect(await found('河边那个红房子旁边')).toBeUndefined()
    expect(await found('3号楼')).not.toBe(world.area('binhe-3'))
  })
})
