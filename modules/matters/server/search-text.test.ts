import { expect, it } from 'vitest'
import { typed } from './search-text.ts'

const years = [2026, 2025]

it('knows a number, whole, without its dash or leading noughts', () => {
  const number = { kind: 'number', numbers: ['2026-000123'] }
  expect(typed('2026-000123', years)).toEqual(number)
  expect(typed(' 2026000123 ', years)).toEqual(number)
  expect(typed('２０２６－１２３', years)).toEqual(number)
  expect(typed('2026-1234567', years)).toEqual({ kind: 'number', numbers: ['2026-1234567'] })
})

it('takes three digits and more for the tail of a number, fewer for a whole one of these years', () => {
  expect(typed('123', years)).toEqual({ kind: 'tail', digits: '123' })
  expect(typed('7', years)).toEqual({ kind: 'number', numbers: ['2026-000007', '2025-000007'] })
})

it('cuts Chinese words into pieces of two, all of which must be there', () => {
  expect(typed('楼道漏水', years)).toEqual({
    kind: 'words',
    terms: [{ kind: 'pieces', text: '楼道漏水', pieces: ['楼道', '道漏', '漏水'] }],
  })
  expect(typed('漏水 3号楼', years)).toMatchObject({
    terms: [{ pieces: ['漏水'] }, { pieces: ['3号', '号楼'] }],
  })
})

it('takes letters for pinyin or a word', () => {
  expect(typed('BHHY3hl 漏水', years)).toMatchObject({
    terms: [
      { kind: 'letters', text: 'bhhy3hl' },
      { kind: 'pieces', pieces: ['漏水'] },
    ],
  })
})

it('asks for a second character where one stands alone', () => {
  expect(typed('漏', years)).toEqual({ kind: 'short' })
  expect(typed('？！', years)).toEqual({ kind: 'short' })
  expect(typed('漏 楼道', years)).toMatchObject({ terms: [{ pieces: ['楼道'] }] })
})
