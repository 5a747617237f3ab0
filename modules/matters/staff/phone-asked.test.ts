import { expect, it } from 'vitest'
import { isPhone } from './phone-asked.ts'

it('tells a phone from the number of a matter', () => {
  expect(['13800138000', '138 0013 8000', '0379-64820000', '64820000'].filter(isPhone)).toHaveLength(4)
  expect(['2026-000123', '2026000123', '000123', '1234', '漏水'].filter(isPhone)).toEqual([])
})
