import { describe, expect, it } from 'vitest'
import { addressOf } from './call.ts'
import { matchPath } from './page-entry.tsx'
import { uuidv7 } from './uuid.ts'

describe('what a call is addressed to', () => {
  it('fills the path, escapes it, and leaves out what is empty', () => {
    const input = {
      params: { id: 'a/b' },
      query: { q: '漏水', status: ['a', 'b'], none: undefined, empty: '' },
    }
    expect(addressOf('/matters/:id', input)).toBe(
      '/api/v1/matters/a%2Fb?q=%E6%BC%8F%E6%B0%B4&status=a&status=b',
    )
  })

  it('fills the longer of two names that begin alike', () => {
    expect(addressOf('/a/:id/b/:idea', { params: { id: '1', idea: '2' } })).toBe('/api/v1/a/1/b/2')
    expect(addressOf('/a/:idea/b/:id', { params: { id: '1', idea: '2' } })).toBe('/api/v1/a/2/b/1')
  })
})

describe('the path of a page', () => {
  it('gives its parameters, or nothing when it does not fit', () => {
    expect(matchPath('/d/:token', '/d/abc%20d')).toEqual({ token: 'abc d' })
    expect(matchPath('/d/:token', '/d/')).toBeUndefined()
    expect(matchPath('/', '/')).toEqual({})
  })
})

describe('ids made on the phone', () => {
  it('are version 7 and sort by time', () => {
    const ids = [1, 2 ** 40, 2 ** 40 + 1].map((now) => uuidv7(now))
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(ids).toEqual([...ids].sort())
  })
})
