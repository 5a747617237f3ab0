import { expect, it } from 'vitest'
import { filledIn } from './batch-value.ts'

const matter = {
  id: '01',
  number: '2026-000123',
  subject: { key: 'pests', icon: 'rubbish', zh: '老鼠蚊虫', en: 'Rats' },
  placeNames: ['滨溪社区', '滨河花园', '3号楼'],
  handlerName: '王芳',
}
const now = new Date('2026-11-25T10:00:00+08:00')

it('fills a template in for each matter', () => {
  const words = '{地点}的事（{编号}），{办理人}{日期}已消杀。'
  expect(filledIn(words, matter, now)).toBe('滨溪社区滨河花园3号楼的事（2026-000123），王芳11月25日已消杀。')
})

it('leaves out what a matter has not, and what no placeholder names', () => {
  const { handlerName: _, ...nobody } = matter
  expect(filledIn('{办理人}已到场 {电话}', nobody, now)).toBe('已到场 {电话}')
})
