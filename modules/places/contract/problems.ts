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
  zh: '边界数据有误：每个环至少四个点且首尾相同。',
  en: 'The boundary is not right: each ring needs at least four points and must end where it begins.',
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
