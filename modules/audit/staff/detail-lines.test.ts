import { expect, it } from 'vitest'
import { detailLines } from './detail-lines.ts'

const words = {
  field: (name: string) => ({ reason: '原因', areaId: '区域', tries: '输错几次' })[name] ?? name,
  value: (value: unknown, field: string) => (field === 'areaId' ? '滨溪社区' : String(value)),
}

it('tells each field in words, and ids by name', () => {
  expect(detailLines({ reason: '核实', areaId: 12 }, words)).toEqual([
    { label: '原因', text: '核实' },
    { label: '区域', text: '滨溪社区' },
  ])
})

it('of a change tells only what is different', () => {
  const details = { version: 2, from: { tries: 5, help: '' }, to: { tries: 3, help: '' } }
  expect(detailLines(details, words)).toEqual([
    { label: 'version', text: '2' },
    { label: '输错几次', text: '5 → 3' },
  ])
})

it('lays nested values flat', () => {
  expect(detailLines({ plan: { reason: '拆分', days: [1, 2] } }, words)).toEqual([
    { label: 'plan 原因', text: '拆分' },
    { label: 'plan days', text: '1、2' },
  ])
})
