import { expect, it } from 'vitest'
import { placeOf } from './poster-place.ts'

const door = (pathNames: string[], facility = '') => ({
  areaName: pathNames.at(-1) ?? '',
  pathNames,
  facility,
})

it('says a building the way its people do, without grid and courtyard', () => {
  const place = placeOf(door(['文苑街道', '滨溪社区', '滨河花园', '滨溪第一网格', '2号院', '3号楼'], '电梯'))
  expect(place).toEqual({
    title: '滨河花园 3号楼',
    facility: '电梯',
    around: '文苑街道 滨溪社区',
    whole: '滨河花园 3号楼 · 电梯',
  })
})

it('names the building of a unit', () => {
  expect(placeOf(door(['滨溪社区', '滨河花园', '滨溪第一网格', '2号院', '3号楼', '1单元'])).title).toBe(
    '滨河花园 3号楼 1单元',
  )
})

it('knows a grid by its word also before brackets', () => {
  expect(placeOf(door(['滨溪社区', '锦河商务中心', '滨溪第七网格（商务中心）', '1号院', 'A座'])).title).toBe(
    '锦河商务中心 A座',
  )
})

it('gives a grid its own name', () => {
  expect(placeOf(door(['学府社区', '学府第一网格'])).title).toBe('学府第一网格')
})
