import type { Boundary } from '#modules/places/contract.ts'
import type { Plan, RegroupKind } from '../contract.ts'

export type PartDraft = { readonly name: string; readonly boundary?: Boundary | undefined }

/** A regrouping while it is put together. */
export type PlanDraft = {
  readonly kind: RegroupKind
  /** YYYY-MM-DD; today when undefined. */
  readonly day: string | undefined
  /** Of a split. */
  readonly parts: readonly PartDraft[]
  /** Which part takes each house, counted from 0; when houses move, 0 for those that go. */
  readonly taken: ReadonlyMap<number, number>
  /** The part the next pressed house goes to. */
  readonly active: number
  /** Of a merger: the other grids, and the name of the new one. */
  readonly others: readonly number[]
  readonly name: string
  /** Of a move: the grid that takes. */
  readonly target: number | undefined
}

export const firstDraft = (gridName: string): PlanDraft => ({
  kind: 'split',
  day: undefined,
  parts: [{ name: gridName }, { name: '' }],
  taken: new Map(),
  active: 0,
  others: [],
  name: gridName,
  target: undefined,
})

/** Gives a house to a part; pressed again, it goes back. */
export function give(draft: PlanDraft, houseId: number, part: number): PlanDraft {
  const taken = new Map(draft.taken)
  if (taken.get(houseId) === part) taken.delete(houseId)
  else taken.set(houseId, part)
  return { ...draft, taken }
}

const housesOf = (draft: PlanDraft, part: number): number[] =>
  [...draft.taken].flatMap(([house, of]) => (of === part ? [house] : []))

/** What is still missing before it can be looked at; undefined when nothing is. */
export function missingIn(draft: PlanDraft): 'names' | 'grids' | 'houses' | 'target' | undefined {
  const { kind, parts, others, target } = draft
  if (kind === 'split') {
    const names = parts.map(({ name }) => name.trim())
    if (names.includes('') || new Set(names).size < names.length) return 'names'
    return parts.some((_, index) => housesOf(draft, index).length === 0) ? 'houses' : undefined
  }
  if (kind === 'merge') return others.length === 0 ? 'grids' : draft.name.trim() === '' ? 'names' : undefined
  if (target === undefined) return 'target'
  return housesOf(draft, 0).length === 0 ? 'houses' : undefined
}

/** The plan as it is sent, for the grid one began with. */
export function planOf(draft: PlanDraft, gridId: number): Plan {
  const day = draft.day === undefined ? {} : { day: draft.day }
  if (draft.kind === 'merge')
    return { kind: 'merge', ...day, from: [gridId, ...draft.others], parts: [{ name: draft.name.trim() }] }
  if (draft.kind === 'move') {
    const part = { ...(draft.target && { gridId: draft.target }), takes: housesOf(draft, 0) }
    return { kind: 'move', ...day, from: [gridId], parts: [part] }
  }
  const parts = draft.parts.map(({ name, boundary }, index) => ({
    name: name.trim(),
    takes: housesOf(draft, index),
    ...(boundary && { boundary }),
  }))
  return { kind: 'split', ...day, from: [gridId], parts }
}
