import type { GridState } from '../contract.ts'

export const gridStates = ['calm', 'yellow', 'red', 'supervised'] as const satisfies readonly GridState[]

/** One pattern a state besides its colour: plain, thin stripes, thick stripes, a lattice. `id` keeps two maps of a page apart. */
export const patternOf = (id: string, state: GridState): string => `${id}-${state}`

export function StatePatterns({ id }: { id: string }) {
  return (
    <defs>
      <Pattern id={patternOf(id, 'calm')} className="g-calm" />
      <Pattern id={patternOf(id, 'yellow')} className="g-yellow">
        <path d="M-2 2L2 -2M0 10L10 0M8 12L12 8" />
      </Pattern>
      <Pattern id={patternOf(id, 'red')} className="g-red">
        <path d="M-2 2L2 -2M-1 6L6 -1M0 10L10 0M4 11L11 4M8 12L12 8" />
      </Pattern>
      <Pattern id={patternOf(id, 'supervised')} className="g-supervised">
        <path d="M-2 2L2 -2M0 10L10 0M8 12L12 8M-2 8L2 12M0 0L10 10M8 -2L12 2" />
      </Pattern>
    </defs>
  )
}

function Pattern(props: { id: string; className: string; children?: React.ReactNode }) {
  return (
    <pattern id={props.id} className={props.className} width={10} height={10} patternUnits="userSpaceOnUse">
      <rect width={10} height={10} />
      {props.children}
    </pattern>
  )
}

/** The same patterns with their words. */
export function StateLegend(props: {
  id: string
  words: Record<GridState, string>
  counts?: Record<GridState, number>
}) {
  return (
    <ul className="g-legend">
      {gridStates.map((state) => (
        <li key={state}>
          <svg width={26} height={16} aria-hidden="true">
            <rect className="g-swatch" width={26} height={16} fill={`url(#${patternOf(props.id, state)})`} />
          </svg>
          {props.words[state]}
          {props.counts && <b>{props.counts[state]}</b>}
        </li>
      ))}
    </ul>
  )
}
