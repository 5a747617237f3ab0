import type { MatterSummary } from '../contract.ts'

type Held = Pick<MatterSummary, 'handler' | 'organisationName' | 'areaName'>

/** Who holds how many of these, the most first: a person, or the unit where nobody took it yet. */
export function heldBy(matters: readonly Held[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const { handler, organisationName, areaName } of matters) {
    const unit = organisationName ?? areaName
    const name = handler ? `${unit} ${handler.name}` : unit
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].sort(([, one], [, other]) => other - one)
}
