import { describe, expect, it } from 'vitest'
// Every module's kinds are declared when its door is opened.
import '#policy/modules.ts'
import type { Value } from './written.ts'
import { allKinds, noticeKind, type NoticeText, templateOf, textOf } from './kinds.ts'
import { masked, plainAddress } from './ways.ts'

const read = (language: 'zh' | 'en') => ({ language, timeZone: 'Asia/Shanghai' })
const given = (sample: Readonly<Record<string, Value | Date>>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(sample).map(([name, value]) => [
      name,
      value instanceof Date ? value.toISOString() : value,
    ]),
  )
/** The text without its values: the name of a place is Chinese in every language. */
const ownWords = ({ title, text }: NoticeText, written: Readonly<Record<string, string>>): string =>
  Object.values(written).reduce((left, value) => left.replaceAll(value, ''), title + text)
/** A signature 【…】 has two to twelve characters inside. */
const signatureLength = 14

describe('every kind of notice', () => {
  const kinds = allKinds()
  it('is known, and its module says who it is', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(2)
    for (const { name } of kinds) expect(name).toMatch(/^[a-z]+[.][a-z][a-z0-9-]*$/)
  })

  it.each(kinds)('$name reads well in both languages', (kind) => {
    for (const language of ['zh', 'en'] as const) {
      const { text, written } = textOf(kind, given(kind.sample), read(language))
      for (const words of Object.values(text)) {
        expect(words).toMatch(/\S/)
        expect(words).not.toMatch(/undefined|null|Invalid|\[object|\$\{/)
      }
      if (language === 'en') expect(ownWords(text, written)).not.toMatch(/\p{Script=Han}/u)
      else expect(text.title).toMatch(/\p{Script=Han}/u)
      expect(kind.called[language]).toMatch(/\S/)
      expect(kind.group[language]).toMatch(/\S/)
    }
  })

  it.each(kinds)('$name is one SMS in Chinese, signature and all', (kind) => {
    const { text } = textOf(kind, given(kind.sample), read('zh'))
    expect(text.short.length + signatureLength, text.short).toBeLessThanOrEqual(70)
  })

  it.each(kinds)('$name has no field for who somebody is', (kind) => {
    for (const [name, value] of Object.entries(kind.sample)) {
      expect(name).not.toMatch(/phone|mobile|tel|idcard|identity|address|email|person|reporter|contact/i)
      expect(JSON.stringify(value)).not.toMatch(/\b1\d{10}\b|\b\d{17}[\dX]\b|@/)
    }
    expect(Object.keys(kind.sample).toSorted()).toEqual(Object.keys(kind.fields).toSorted())
  })

  it.each(kinds)('$name has a template to hand in, with a hole for each value it says', (kind) => {
    const holes = [...templateOf(kind, 'zh').matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name ?? '')
    for (const hole of holes) expect(Object.keys(kind.fields)).toContain(hole)
  })

  it('is declared once', () => {
    const [kind] = kinds
    if (!kind) throw new Error('no kind')
    expect(() => noticeKind(kind.name, { ...kind, sample: {}, fields: {} } as never)).toThrow('two kinds')
  })
})

describe('an address', () => {
  it('is shown in part', () => {
    expect(masked('sms', '10000000000')).toBe('100****0000')
    expect(masked('email', 'limin@example.gov.cn')).toBe('li***@example.gov.cn')
    expect(masked('wecom', 'wangfang')).toBe('wa***')
    expect(masked('wecom', 'wf')).toBe('w***')
  })

  it('typed in many ways is the same', () => {
    expect(plainAddress('sms', '+86 100-0000-0000')).toBe('10000000000')
    expect(plainAddress('sms', '008610000000000')).toBe('10000000000')
    expect(plainAddress('email', ' LiMin@Example.gov.cn ')).toBe('limin@example.gov.cn')
  })
})
