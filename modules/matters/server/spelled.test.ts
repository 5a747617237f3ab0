import { expect, it } from 'vitest'
import { spelled } from './spelled.ts'

it('spells a place by initials and in full, digits and letters as they are', async () => {
  expect(await spelled('滨河花园3号楼')).toEqual({ initials: 'bhhy3hl', full: 'binhehuayuan3haolou' })
  expect(await spelled('Ａ区 12号院')).toEqual({ initials: 'aq12hy', full: 'aqu12haoyuan' })
})

it('reads a character that has several readings by the word it stands in', async () => {
  expect((await spelled('重庆路')).initials).toBe('cql')
  expect((await spelled('长乐巷')).full).toBe('changlexiang')
})

it('writes ü as v, as keyboards do', async () => {
  expect((await spelled('绿城')).full).toBe('lvcheng')
})
