import { describe, expect, it } from 'vitest'
import { isCreditCode } from '#modules/organisations/server/credit-code.ts'
import type { Polygon } from './area-shapes.ts'
import { type SeedArea, seedAreas } from './areas.ts'
import { WORDS } from './matter-words.ts'
import { RECURRING_DRAINS, SAME_MATTER, seedMatters } from './matters.ts'
import { SEED_ORGANISATIONS } from './organisations.ts'
import { SEED_PEOPLE } from './people.ts'
import { drawPhoto } from './photos.ts'
import { SUBJECT_GROUPS, SUBJECTS } from '#modules/matters/server/standard-subjects.ts'

const areas = seedAreas()
const keys = new Set(areas.map((area) => area.key))
const childrenOf = (key: string) => areas.filter((area) => area.parent === key)
const under = (key: string): SeedArea[] => childrenOf(key).flatMap((area) => [area, ...under(area.key)])
const count = (list: SeedArea[], kind: SeedArea['kind']) => list.filter((area) => area.kind === kind).length
const now = new Date('2026-11-23T10:00:00+08:00')
const UNDIALLABLE = /^1000000\d{4}$/

function surface({ coordinates }: Polygon): number {
  const ring = coordinates[0] ?? []
  const doubled = ring.slice(1).reduce((sum, [x, y], at) => {
    const [beforeX, beforeY] = ring[at] ?? [x, y]
    return sum + (beforeX - 113) * (y - 35) - (x - 113) * (beforeY - 35)
  }, 0)
  return doubled / 2
}

function holds({ coordinates }: Polygon, [x, y]: readonly [number, number]): boolean {
  const ring = coordinates[0] ?? []
  return ring.slice(1).reduce((inside, [endX, endY], at) => {
    const [startX, startY] = ring[at] ?? [endX, endY]
    const crosses = startY > y !== endY > y && x < ((endX - startX) * (y - startY)) / (endY - startY) + startX
    return crosses ? !inside : inside
  }, false)
}

describe('the invented district', () => {
  it('has the shape of the main community and parents before children', () => {
    const binxi = under('binxi')
    expect([
      count(binxi, 'quarter'),
      count(binxi, 'grid'),
      count(binxi, 'micro_grid'),
      count(binxi, 'building'),
    ]).toEqual([4, 7, 43, 60])
    expect(keys.size).toBe(areas.length)
    areas.forEach((area, at) => {
      if (area.parent) expect(areas.findIndex((each) => each.key === area.parent)).toBeLessThan(at)
    })
    for (const area of areas) {
      const coded = ['district', 'street', 'community'].includes(area.kind)
      expect(area.code === null ? false : /^419900\d{6}$/.test(area.code)).toBe(coded)
    }
  })

  it('tiles every area with its children: same surface, and every house in its own grid alone', () => {
    for (const area of areas) {
      const tiles = childrenOf(area.key).filter((child) => child.boundary && child.kind !== 'building')
      if (!area.boundary || tiles.length === 0) continue
      const total = tiles.reduce((sum, tile) => sum + (tile.boundary ? surface(tile.boundary) : 0), 0)
      expect(total / surface(area.boundary)).toBeCloseTo(1, 6)
    }
    const grids = areas.filter((area) => area.kind === 'grid')
    for (const grid of grids) {
      for (const house of under(grid.key).filter((area) => area.kind === 'building')) {
        for (const corner of house.boundary?.coordinates[0] ?? []) {
          const around = grids.filter((each) => each.boundary && holds(each.boundary, corner))
          expect(around.map((each) => each.key)).toEqual([grid.key])
        }
      }
    }
  })

  it('binds people and bodies to areas that exist, with one gap in the grids', () => {
    const bodies = new Set(SEED_ORGANISATIONS.map((body) => body.key))
    for (const body of SEED_ORGANISATIONS) {
      expect(keys).toContain(body.area)
      if (body.parent) expect(bodies).toContain(body.parent)
      if (body.creditCode) expect(isCreditCode(body.creditCode)).toBe(true)
    }
    expect(new Set(SEED_PEOPLE.map((person) => person.login)).size).toBe(SEED_PEOPLE.length)
    for (const person of SEED_PEOPLE) {
      expect(person.phone).toMatch(UNDIALLABLE)
      for (const post of person.posts) {
        expect(keys).toContain(post.area)
        if (post.organisation) expect(bodies).toContain(post.organisation)
      }
    }
    const staffed = (role: string) =>
      [1, 2, 3, 4, 5, 6, 7].filter((number) =>
        SEED_PEOPLE.some((each) =>
          each.posts.some((post) => post.role === role && post.area === `binxi-g${number}`),
        ),
      )
    expect(staffed('grid_leader')).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(staffed('grid_worker')).toEqual([1, 2, 3, 4, 5, 7])
    expect(staffed('grid_helper')).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})

describe('the stories', () => {
  const matters = seedMatters(now)

  it('are the same for the same moment, all different in words, and of the length people write', () => {
    expect(seedMatters(now)).toEqual(matters)
    expect(matters).toHaveLength(420)
    expect(new Set(matters.map((matter) => matter.text)).size).toBe(420)
    expect(new Set(Object.values(WORDS).flatMap((words) => words.said)).size).toBeGreaterThanOrEqual(150)
    for (const matter of matters) {
      expect(matter.text.length).toBeGreaterThanOrEqual(10)
      expect(matter.text.length).toBeLessThanOrEqual(120)
      expect(JSON.stringify(matter)).not.toMatch(/\{[a-z]\}/)
      if (matter.reporter.phone) expect(matter.reporter.phone).toMatch(UNDIALLABLE)
    }
  })

  it('run in order of time, never past now, by people and in places that exist', () => {
    const actors = new Set(['reporter', 'system', ...SEED_PEOPLE.map((person) => person.login)])
    for (const matter of matters) {
      expect(keys).toContain(matter.place)
      expect(SUBJECTS.map((subject) => subject.key)).toContain(matter.subject)
      const times = [matter.at, ...matter.course.map((step) => step.at), now].map((at) => at.getTime())
      expect(times).toEqual(times.toSorted((one, other) => one - other))
      for (const step of matter.course) expect(actors).toContain(step.by)
    }
  })

  it('hold every ending, the neighbours of one matter and the drains that come back', () => {
    const kinds = new Set(matters.flatMap((matter) => matter.course.map((step) => step.kind)))
    expect([...kinds].toSorted()).toEqual([
      'accept',
      'answer',
      'assign',
      'close',
      'follow_up',
      'hand_up',
      'progress',
      'rate',
      'reopen',
      'return',
      'transfer',
      'withdraw',
    ])
    const joined = matters.filter((matter) => matter.group === SAME_MATTER)
    expect(joined).toHaveLength(23)
    expect(joined.filter((matter) => matter.course.length > 0)).toHaveLength(1)
    for (const place of RECURRING_DRAINS) {
      const again = matters.filter((matter) => matter.place === place && matter.subject === 'drain_blocked')
      expect(again.length).toBeGreaterThanOrEqual(7)
    }
  })

  it('are never followed up by the one who handled them', () => {
    for (const { course } of matters) {
      const answered = course.filter((step) => step.kind === 'answer').map((step) => step.by)
      for (const step of course) if (step.kind === 'follow_up') expect(answered).not.toContain(step.by)
    }
  })
})

describe('subjects and photos', () => {
  it('gives two taps: eight groups of three to seven, the last one 其他', () => {
    expect(SUBJECT_GROUPS.map((group) => group.subjects.length).every((size) => size >= 3 && size <= 7)).toBe(
      true,
    )
    expect(SUBJECT_GROUPS).toHaveLength(8)
    expect(SUBJECT_GROUPS.at(-1)?.zh).toBe('其他')
    expect(SUBJECTS.filter((subject) => !WORDS[subject.key])).toEqual([])
  })

  it('draws the same photo for the same seed and another for another', async () => {
    const [first, again, other] = await Promise.all([
      drawPhoto('lamp_dark', 1),
      drawPhoto('lamp_dark', 1),
      drawPhoto('lamp_dark', 2),
    ])
    expect(first.subarray(0, 2).toString('hex')).toBe('ffd8')
    expect(first.equals(again)).toBe(true)
    expect(first.equals(other)).toBe(false)
  })
})
