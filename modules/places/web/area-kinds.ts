import type { AreaKind } from '../contract.ts'

/** From the widest to the finest. */
const order = [
  'district',
  'street',
  'community',
  'quarter',
  'grid',
  'micro_grid',
  'building',
  'unit',
] as const satisfies readonly AreaKind[]

/** The kinds that may lie in an area of this kind, the widest first. */
export const kindsBelow = (kind: AreaKind): readonly AreaKind[] => order.slice(order.indexOf(kind) + 1)
