import { Link, useNavigate } from '@tanstack/react-router'
import { Segmented, Switch } from 'antd'
import { useEffect, useState } from 'react'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useAddress } from '#kernel/web/react/use-address.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { readGridShapes, readGridStates } from '../web/routes.generated.ts'
import { GridFacts } from './grid-facts.tsx'
import { GridMap } from './grid-map.tsx'
import { byGravity, density, type GridOnMap, gridsNow } from './grid-on-map.ts'
import { messages } from './map.messages.ts'

/** How each grid of an area stands now. */
export function MapPage() {
  const words = useMessages(messages)
  const { search, change } = useAddress()
  const area = Number(search['area'])
  const query = area ? { area } : {}
  const shapes = useStaffRoute(readGridShapes, { query })
  const states = useStaffRoute(readGridStates, { query }, { keepLast: true, every: 60_000 })
  const isDense = search['by'] === 'density'
  const withPoints = search['points'] !== '0'
  if (shapes.error) return <ProblemNote problem={shapes.error} again={() => void shapes.refetch()} />
  if (!shapes.data) return <p className="g-hint">{words.waiting}</p>
  const grids = gridsNow(shapes.data.grids, states.data?.grids ?? [])
  const at = Number(search['grid']) || undefined
  return (
    <div className="g-page">
      <div className="g-head">
        <h1>{words.title(shapes.data.areaName)}</h1>
        <Segmented
          aria-label={words.how}
          value={isDense ? 'density' : 'state'}
          options={(['state', 'density'] as const).map((value) => ({ value, label: words.ways[value] }))}
          onChange={(by) => change({ by: by === 'density' ? by : undefined }, { replace: true })}
        />
        <label className="g-switch">
          <Switch
            size="small"
            checked={withPoints}
            onChange={(isOn) => change({ points: isOn ? undefined : '0' }, { replace: true })}
          />
          {words.points}
        </label>
        <span className="g-space" />
        <Link to="/screen" search={() => (area ? { area: String(area) } : {})}>
          {words.screen}
        </Link>
      </div>
      <ProblemNote problem={states.error} again={() => void states.refetch()} />
      <MapAndList
        title={words.title(shapes.data.areaName)}
        own={shapes.data.own}
        grids={grids}
        points={withPoints ? (states.data?.points ?? []) : []}
        isDense={isDense}
        chosen={at}
        onChoose={(grid) => change({ grid: String(grid) }, { replace: true })}
      />
      <Foot at={states.data?.at} unmapped={shapes.data.unmapped} />
    </div>
  )
}

function Foot({ at, unmapped }: { at: string | undefined; unmapped: number }) {
  const words = useMessages(messages)
  const dates = useDates()
  return (
    <p className="g-hint">
      {[at && words.at(dates.moment(at)), unmapped > 0 && words.unmapped(unmapped)].filter(Boolean).join(' ')}
    </p>
  )
}

/** The map as high as the window leaves room. */
function useRoom(): number {
  const room = (): number => Math.max(380, window.innerHeight - 230)
  const [height, setHeight] = useState(room)
  useEffect(() => {
    const fit = (): void => setHeight(room())
    window.addEventListener('resize', fit)
    return () => window.removeEventListener('resize', fit)
  }, [])
  return height
}

function MapAndList(props: {
  title: string
  own: Parameters<typeof GridMap>[0]['own']
  grids: readonly GridOnMap[]
  points: Parameters<typeof GridMap>[0]['points']
  isDense: boolean
  chosen: number | undefined
  onChoose: (areaId: number) => void
}) {
  const { grids, chosen, onChoose, isDense, ...map } = props
  const navigate = useNavigate()
  const height = useRoom()
  const most = Math.max(0, ...grids.map((grid) => density(grid) ?? 0))
  return (
    <div className="g-two">
      <div>
        <GridMap
          {...map}
          grids={grids}
          height={height}
          mostDense={isDense ? most : undefined}
          chosen={chosen}
          onChoose={onChoose}
          onPoint={(m) => void navigate({ to: '/', search: () => ({ m }) })}
        />
        {isDense && <DensityLegend most={most} />}
      </div>
      <div className="g-side" style={{ maxHeight: height }}>
        <GridFacts grid={grids.find(({ areaId }) => areaId === chosen)} />
        <GridList grids={grids} chosen={chosen} onChoose={onChoose} />
      </div>
    </div>
  )
}

function DensityLegend({ most }: { most: number }) {
  const words = useMessages(messages)
  const step = (at: number): string => ((most / 5) * at).toFixed(1)
  return (
    <ul className="g-legend is-below" aria-label={words.legend}>
      {[1, 2, 3, 4, 5].map((at) => (
        <li key={at}>
          <svg width={26} height={16} aria-hidden="true">
            <rect className={`g-swatch g-step-${at}`} width={26} height={16} />
          </svg>
          {words.perHundred(step(at - 1), step(at))}
        </li>
      ))}
      <li>
        <svg width={26} height={16} aria-hidden="true">
          <rect className="g-swatch g-step-unknown" width={26} height={16} />
        </svg>
        {words.unknown}
      </li>
    </ul>
  )
}

function GridList(props: {
  grids: readonly GridOnMap[]
  chosen: number | undefined
  onChoose: (areaId: number) => void
}) {
  const words = useMessages(messages)
  return (
    <ul className="g-list" aria-label={words.list}>
      {byGravity(props.grids).map(({ areaId, name, now }) => (
        <li key={areaId}>
          <button type="button" aria-pressed={areaId === props.chosen} onClick={() => props.onChoose(areaId)}>
            <span>{name}</span>
            <em className={`is-${now.state}`}>{words.states[now.state]}</em>
            <b>{now.open}</b>
          </button>
        </li>
      ))}
    </ul>
  )
}
