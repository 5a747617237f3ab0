import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditCodeCheck, isCreditCode } from './credit-code.ts'

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const body = fc
  .array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 })
  .map((letters) => letters.join(''))

describe('unified social credit codes', () => {
  it('accepts the published code of a large bank and of large firms', () => {
    for (const code of ['91100000100003962T', '914403001922038216', '9144030071526726XG']) {
      expect(isCreditCode(code)).toBe(true)
    }
  })

  it('refuses wrong lengths, small letters and letters outside the alphabet', () => {
    for (const code of [
      '',
      '9110000010000396',
      '91100000100003962t',
      '9110000010000396IT',
      '91100000100003962T ',
    ]) {
      expect(isCreditCode(code)).toBe(false)
    }
    expect(creditCodeCheck('9110000010000396')).toBeNull()
  })

  it('notices every single wrong character', () => {
    fc.assert(
      fc.property(
        body,
        fc.integer({ min: 0, max: 16 }),
        fc.constantFrom(...ALPHABET),
        (first, at, letter) => {
          const code = `${first}${creditCodeCheck(first)}`
          const changed = code.slice(0, at) + letter + code.slice(at + 1)
          expect(isCreditCode(code)).toBe(true)
          expect(isCreditCode(changed)).toBe(changed === code)
        },
      ),
    )
  })
})
