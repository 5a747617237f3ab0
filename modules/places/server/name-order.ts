const digits = '零一二三四五六七八九'

/** A Chinese number below a hundred as a figure: 二十一 is 21. */
function figure(number: string): string {
  const [tens = '', ones = ''] = number.includes('十') ? number.split('十') : ['零', number]
  const value = (text: string, none: number): number =>
    text === '' ? none : digits.indexOf(text.at(-1) ?? '')
  return String(value(tens, 1) * 10 + value(ones, 0))
}

const plain = (name: string): string =>
  name.replaceAll(/[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]/g, figure)

const collator = new Intl.Collator('zh', { numeric: true })

type Named = { id: number; code?: string | null; name: string }

/** As people count: by code, then 第二 before 第十, 2号楼 before 10号楼, then by the sound of the name. */
export const byName = (a: Named, b: Named): number =>
  (a.code && b.code && (a.code < b.code ? -1 : 1)) ||
  Number(!a.code) - Number(!b.code) ||
  collator.compare(plain(a.name), plain(b.name)) ||
  a.id - b.id
