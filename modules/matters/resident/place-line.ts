const office = /([^小]区|县|市|街道|镇|乡|村|[一二三四五六七八九十\d]居委会)$/
const grid = /网格$/
const part = /(号|栋|座|楼|院|单元)$/

/** How many of the first names are offices above the place itself: at most district, street and community. */
function officesIn(names: readonly string[]): number {
  const first = names.findIndex((name) => !office.test(name))
  const offices = Math.min(first === -1 ? names.length - 1 : first, 3)
  // "3号楼" alone could be anywhere: then its community goes with it.
  return offices === names.length - 1 && part.test(names.at(-1) ?? '') ? Math.max(0, offices - 1) : offices
}

/**
 * A place as those who live there say it ("滨河花园 2号院 3号楼"), apart from what places it for everybody else
 * ("文苑街道 · 滨溪社区"). Grids are how the work is divided; residents do not name them.
 */
export function placeLine(names: readonly string[]): { near: string; far: string } {
  const known = names.filter((name, index) => index === names.length - 1 || !grid.test(name))
  const offices = officesIn(known)
  return { near: known.slice(offices).join(' '), far: known.slice(0, offices).join(' · ') }
}
