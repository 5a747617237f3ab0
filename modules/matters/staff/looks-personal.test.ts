import { expect, it } from 'vitest'
import { looksPersonal } from './looks-personal.ts'

it('points at phones, identity numbers and flats', () => {
  const texts = [
    '请联系 138 0013 8000',
    '打 0379-64820000 找物业',
    '410305199001011234',
    '3-2-501 住户已改正',
    '2单元501住户',
    '已和 501 室说好',
    '5楼东户空调外机已加垫',
  ]
  expect(texts.filter(looksPersonal)).toEqual(texts)
})

it('leaves alone what a public answer needs', () => {
  const texts = [
    '3号楼东侧路灯 11月25日 已换，共 4 盏。',
    '已列入 2027 年老旧小区改造计划。',
    '供水公司 96518 已到场，2小时修好。',
  ]
  expect(texts.filter(looksPersonal)).toEqual([])
})
