import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { describe, expect, it } from 'vitest'
import { oneOf, PageOf, Point, Words } from './fields.ts'
import { Problem, problem } from './problem.ts'

describe('fields', () => {
  it('take words, not spaces, up to their length', () => {
    const words = Compile(Words({ max: 5 }))
    expect(['路灯', 'a b', ' x '].map((text) => words.Check(text))).toEqual([true, true, true])
    expect(['', '   ', '\n\t', 'abcdef', 7, null].map((text) => words.Check(text))).toEqual(
      Array.from({ length: 6 }, () => false),
    )
  })

  it('take exactly the words of a choice', () => {
    const choice = Compile(oneOf(['grid', 'street']))
    fc.assert(
      fc.property(fc.anything(), (value) => choice.Check(value) === (value === 'grid' || value === 'street')),
    )
  })

  it('take points on the globe', () => {
    const point = Compile(Point)
    expect(point.Check({ lon: 113.6, lat: 34.7 })).toBe(true)
    expect(point.Check({ lon: 181, lat: 0 })).toBe(false)
    expect(point.Check({ lon: Number.NaN, lat: 0 })).toBe(false)
  })

  it('let the last page have no next', () => {
    const page = Compile(PageOf(Point))
    expect(page.Check({ items: [] })).toBe(true)
    expect(page.Check({ items: [], next: 'abc' })).toBe(true)
  })
})

describe('a problem', () => {
  const lost = problem('test.lost', 404, { zh: '找不到。', en: 'It is lost.' })

  it('is thrown with its kind and what may be told of it', () => {
    const thrown = lost({ number: 7 })
    expect(thrown).toBeInstanceOf(Problem)
    expect(thrown).toMatchObject({ details: { number: 7 }, keepsWrites: false, message: 'It is lost.' })
    expect(thrown.kind.code).toBe('test.lost')
    expect(lost().keepingWrites().keepsWrites).toBe(true)
  })
})
