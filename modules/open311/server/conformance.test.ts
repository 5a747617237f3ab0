import { acceptMatter } from '#modules/matters/contract.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Rules } from '#testing/open311/rule.ts'
import { OutsideClient } from '#testing/open311/client.ts'
import { generalRules } from '#testing/open311/rules-general.ts'
import { photoRules } from '#testing/open311/rules-photos.ts'
import { postingRules } from '#testing/open311/rules-posting.ts'
import { readingRules } from '#testing/open311/rules-reading.ts'
import { questions, serviceRules } from '#testing/open311/rules-services.ts'
import { updateRules } from '#testing/open311/rules-updates.ts'
import { openStage, type Stage } from '#testing/open311/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.world.close())

const chapters: Record<string, Rules> = {
  'in general': generalRules,
  'of discovery and services': serviceRules,
  'of posting requests': postingRules,
  'of photos': photoRules,
  'of reading requests': readingRules,
  'of updates': updateRules,
}

for (const [chapter, rules] of Object.entries(chapters)) {
  describe(`Open311 GeoReport v2, rules ${chapter}`, () => {
    for (const [name, rule] of Object.entries(rules)) {
      it.each(['xml', 'json'] as const)(`${name} (%s)`, (format) => rule(stage.asking(format), stage))
    }
  })
}

describe('a client from outside', () => {
  it('finds its way from the discovery, reports, and follows what happens', async () => {
    const client = new OutsideClient(`${stage.base}/open311/v2/discovery.xml`, stage.key)
    const id = await client.report('邻居噪音', {
      lat: Number(stage.spot.lat),
      long: Number(stage.spot.long),
      description: '楼上半夜搬家具。',
    })
    const known = await client.read(id)
    expect(known).toMatchObject({ status: 'open', description: '楼上半夜搬家具。' })
    expect(await client.readIfUpdated(known)).toBeUndefined()
    const params = { matterId: await stage.matter(id) }
    await stage.world.person('wangfang').calls(acceptMatter, { params, body: { take: true } })
    expect(await client.readIfUpdated(known)).toMatchObject({ status_notes: '已受理。' })
  })

  it('works the same with questions and with tokens', async () => {
    await stage.withSubject('dog_loose', { questions }, () =>
      stage.with({ givesTokens: true }, async () => {
        const client = new OutsideClient(`${stage.base}/open311/v2/discovery.xml`, stage.key)
        const spot = { lat: Number(stage.spot.lat), long: Number(stage.spot.long) }
        const id = await client.report('遛狗不牵绳', { ...spot, description: '黑色大狗，每天早上七点。' })
        expect(await client.read(id)).toMatchObject({ service_code: 'dog_loose', status: 'open' })
      }),
    )
  })
})
