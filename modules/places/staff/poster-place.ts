import type { DoorCode } from '../contract.ts'

/** Names that are the office's own words; people do not say them when they say where they live. */
const officeWord = /(网格|街道|镇|乡|社区|村)$/

/**
 * How a poster says where it hangs: `title` in large type (滨河花园3号楼), `around` above it (滨溪社区),
 * `whole` for lists and messages.
 */
export function placeOf(code: Pick<DoorCode, 'areaName' | 'pathNames' | 'facility'>) {
  const above = code.pathNames.slice(0, -1)
  const around = above.filter((name) => officeWord.test(name) && !name.endsWith('网格'))
  const home = above.filter((name) => !officeWord.test(name)).slice(0, 1)
  const title = [...home, code.areaName].join(' ')
  return {
    title,
    facility: code.facility,
    around: around.join(' '),
    whole: [title, code.facility].filter(Boolean).join(' · '),
  }
}
