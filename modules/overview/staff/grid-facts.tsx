import { Link } from '@tanstack/react-router'
import { useMessages } from '#kernel/web/messages.ts'
import type { GridOnMap } from './grid-on-map.ts'
import { density } from './grid-on-map.ts'
import { messages } from './map.messages.ts'

const desks = { open: 'open', yellow: 'due_soon', red: 'overdue', supervised: 'raised' } as const
const countKeys = ['open', 'yellow', 'red', 'supervised'] as const

/** The numbers of one grid, each opening to its list at the desk. */
export function GridFacts({ grid }: { grid: GridOnMap | undefined }) {
  const words = useMessages(messages)
  if (!grid) return <p className="g-hint">{words.choose}</p>
  const area = String(grid.areaId)
  const perHundred = density(grid)
  return (
    <section className="g-facts" aria-label={words.chosen}>
      <h2>{grid.name}</h2>
      <p className="g-hint">
        {[
          grid.communityName,
          grid.households === undefined ? words.unknown : words.households(grid.households),
          perHundred !== undefined && words.perHundredHere(perHundred.toFixed(1)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <dl>
        {countKeys.map((key) => (
          <div key={key} className={grid.now[key] > 0 ? `is-${key}` : undefined}>
            <dt>{words.counts[key]}</dt>
            <dd>
              <Link to="/" search={() => ({ area, list: desks[key] })}>
                {grid.now[key]}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <Link to="/overview" search={() => ({ area })}>
        {words.toOverview}
      </Link>
    </section>
  )
}
