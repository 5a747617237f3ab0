import type { DoorCode } from '../contract.ts'

/** Names that are the office's own words; people do not say them when they say where they live. */
const officeWord = /(网格|街道|镇|乡|社区|村)(（.*）)?$/
const gridWord = /网格(（.*）)?$/

/**
 * How a poster says where it hangs: `title` in large type (滨河花园3号楼), `around` above it (滨溪社区),
 * `whole` for lists and messages.
 */
export function placeOf(code: Pick<DoorCode, 'areaName' | 'pathNames' | 'facility'>) {
  const above = code.pathNames.slice(0, -1)
  const around = above.filter((name) => officeWord.test(name) && !gridWord.test(name))
  // 滨河花园 2号院 3号楼 is said 滨河花园 3号楼: buildings are numbered through the whole quarter.
  const home = above
    .filter((name) => !officeWord.test(name))
    .filter((name, index) => index === 0 || !name.endsWith('院'))
  const title = [...home, code.areaName].join(' ')
  return {
    title,
    facility: code.facility,
    around: around.join(' '),
    whole: [title, code.facility].filter(Boolean).join(' · '),
  }
}
