import { expect, it } from 'vitest'
import { heldBy } from './held-by.ts'

const wang = { id: '01', name: '王芳' }

it('counts by person within their unit, the most first', () => {
  const matters = [
    { areaName: '第二网格', handler: { id: '02', name: '马军' } },
    { areaName: '第一网格', handler: wang },
    { areaName: '第一网格', handler: wang },
  ]
  expect(heldBy(matters)).toEqual([
    ['第一网格 王芳', 2],
    ['第二网格 马军', 1],
  ])
})

it('names the unit where nobody took it, the organisation before the area', () => {
  const matters = [{ areaName: '滨溪社区' }, { areaName: '滨溪社区', organisationName: '城管局' }]
  expect(heldBy(matters)).toEqual([
    ['滨溪社区', 1],
    ['城管局', 1],
  ])
})
