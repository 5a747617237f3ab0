import { problem } from '#kernel/contract/problem.ts'

export const areaNotFound = problem('places.area-not-found', 404, {
  zh: '没有这个区域，或不在您的辖区内。',
  en: 'There is no such area within your post.',
})
export const kindReversed = problem('places.kind-reversed', 409, {
  zh: '下级区域的层级必须比上级更细，例如社区下面设网格。',
  en: 'An area must be of a finer kind than the one it lies in.',
})
export const codeTaken = problem('places.code-taken', 409, {
  zh: '这个区划代码已经在用。',
  en: 'This division code is already in use.',
})
export const codeUnfit = problem('places.code-unfit', 400, {
  zh: '区、街道、社区的代码是12位，网格的代码是社区代码加3位，其他区域没有代码。',
  en: 'Districts, streets and communities have 12 digits, a grid those of its community and three more; other areas have no code.',
})
export const nameTaken = problem('places.name-taken', 409, {
  zh: '同一上级下已有同名的区域。',
  en: 'There is already an area of this kind and name here.',
})
export const boundaryBroken = problem('places.boundary-broken', 400, {
  zh: '边界数据有误：每个环至少四个点、首尾相同，而且线不能自己交叉。',
  en: 'The boundary is not right: each ring needs at least four points, ends where it begins, and does not cross itself.',
})
export const pointOutside = problem('places.point-outside', 404, {
  zh: '这个位置不在任何网格内，请从列表中选择。',
  en: 'This point lies in no grid. Please choose from the list.',
})
export const areaHasChildren = problem('places.area-has-children', 409, {
  zh: '下面还有在用的区域，请先撤销下级。',
  en: 'There are areas in use below it. End those first.',
})

export const doorCodeNotFound = problem('places.door-code-not-found', 404, {
  zh: '这个二维码已停用或不存在，请看楼道里的新码，或联系社区。',
  en: 'This code is no longer in use. Look for the new poster, or contact the community office.',
})

export const gridsWrong = problem('places.grids-wrong', 409, {
  zh: '拆分要选一个网格，合并要选两个以上，调整楼栋要选转出和转入的网格；只有网格可以这样调整。',
  en: 'Splitting takes one grid, merging two or more, moving buildings those that give and take; only grids can be regrouped.',
})
export const gridsApart = problem('places.grids-apart', 409, {
  zh: '这些网格不在同一个上级（小区或社区）下，不能合并。可以改为把楼栋调到其中一个网格。',
  en: 'These grids do not lie in the same area above, so they cannot be merged. Move the buildings to one of them instead.',
})
export const gridTooNew = problem('places.grid-too-new', 409, {
  zh: '这个网格当天才设立，从第二天起才能再拆分或合并。',
  en: 'This grid begins on that very day. It can be split or merged from the next day on.',
})
export const partsWrong = problem('places.parts-wrong', 400, {
  zh: '调整方案不完整：新网格都要有不同的名称，每栋楼只能划给一个网格，而且要在这些网格里。',
  en: 'The plan is not complete: each new grid needs a name of its own, and each building of these grids goes to one of them.',
})
export const houseLeftOver = problem('places.house-left-over', 409, {
  zh: '还有楼栋没有划给任何网格，请先划定。',
  en: 'Some buildings are given to no grid yet. Give them first.',
})

export const geoJsonUnreadable = problem('places.geojson-unreadable', 400, {
  zh: '这个文件读不出来。请选 GeoJSON 文件（FeatureCollection），最多 1000 个图形、8 MB。',
  en: 'This file could not be read. Choose a GeoJSON FeatureCollection with at most 1,000 shapes and 8 MB.',
})
export const boundariesFaulty = problem('places.boundaries-faulty', 409, {
  zh: '文件里有图形有问题，一个也没有导入。请改好再导，或者只导入没有问题的。',
  en: 'Some shapes have faults, so nothing was taken. Mend them, or take only those without a fault.',
})
