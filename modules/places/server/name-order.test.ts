import { expect, it } from 'vitest'
import { byName } from './name-order.ts'

const ordered = (names: string[]) =>
  names
    .map((name, id) => ({ id, name }))
    .toSorted(byName)
    .map(({ name }) => name)

it('counts as people do', () => {
  const grids = [
    '第一网格',
    '第二网格',
    '第三网格',
    '第九网格',
    '第十网格',
    '第十一网格',
    '第二十网格',
    '第二十一网格',
  ]
  expect(ordered(grids.toReversed())).toEqual(grids)
  expect(ordered(['10号楼', '2号楼', '1号楼'])).toEqual(['1号楼', '2号楼', '10号楼'])
  expect(ordered(['中心', '滨河'])).toEqual(['滨河', '中心'])
  const coded = [
    { id: 1, name: '甲', code: null },
    { id: 2, name: '乙', code: '419900001002' },
    { id: 3, name: '丙', code: '419900001001' },
  ]
  expect(coded.toSorted(byName).map(({ id }) => id)).toEqual([3, 2, 1])
})
