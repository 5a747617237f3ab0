import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useAddress } from '#kernel/web/react/use-address.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { matterWords } from '#modules/matters/web/door.ts'
import type * as contract from '../contract.ts'
import { readGridShapes, readGridStates, readScreen } from '../web/routes.generated.ts'
import { FigureLink } from './figure-link.tsx'
import { valueWords } from './figure-words.ts'
import { GridMap } from './grid-map.tsx'
import { gridsNow } from './grid-on-map.ts'
import './screen.css'
import { messages } from './screen.messages.ts'

const everyMs = 30_000

type Screen = ReturnsOf<typeof contract.readScreen>

/** For the wall of a hall: dark, readable from five metres, nothing personal; it renews itself. */
export function ScreenPage() {
  const words = useMessages(messages)
  const { search } = useAddress()
  const area = Number(search['area'])
  const query = area ? { area } : {}
  const screen = useStaffRoute(readScreen, { query }, { keepLast: true, every: everyMs })
  const { data } = screen
  return (
    <div className="b-screen" data-theme="dark">
      {data ? (
        <>
          <Head screen={data} area={area} />
          {screen.error && <p className="b-failed">{words.failed}</p>}
          <div className="b-three">
            <Numbers screen={data} />
            <Middle query={query} />
            <Newest screen={data} />
          </div>
        </>
      ) : (
        <p className="b-waiting">
          <ProblemNote problem={screen.error} again={() => void screen.refetch()} />
          {!screen.error && words.waiting}
        </p>
      )}
    </div>
  )
}

/** The time goes on between two answers. */
function useClock(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 10_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

function Head({ screen, area }: { screen: Screen; area: number }) {
  const words = useMessages(messages)
  const dates = useDates()
  const now = useClock()
  return (
    <header className="b-head">
      <h1>{words.title(screen.areaName)}</h1>
      <time dateTime={now.toISOString()}>{dates.whole(now)}</time>
      <button type="button" onClick={() => void document.documentElement.requestFullscreen?.()}>
        {words.full}
      </button>
      <Link to="/overview" search={() => (area ? { area: String(area) } : {})}>
        {words.leave}
      </Link>
    </header>
  )
}

function Numbers({ screen }: { screen: Screen }) {
  const words = useMessages(messages)
  const dates = useDates()
  const { values, month } = screen
  const days = `${dates.day(`${month.from}T12:00:00+08:00`)} – ${dates.day(`${month.to}T12:00:00+08:00`)}`
  return (
    <section className="b-numbers">
      <BigNumber screen={screen} of="open_now" name={words.open} />
      <BigNumber
        screen={screen}
        of="overdue_now"
        name={words.overdue}
        isLate={(values['overdue_now']?.numerator ?? 0) > 0}
      />
      <BigNumber
        screen={screen}
        of="raised_now"
        name={words.raised}
        isLate={(values['raised_now']?.numerator ?? 0) > 0}
      />
      <dl className="b-small">
        <Small screen={screen} of="received" name={words.month(days)} />
        <Small screen={screen} of="on_time_rate" name={words.onTime} />
        <Small screen={screen} of="satisfaction_rate" name={words.satisfaction} />
      </dl>
    </section>
  )
}

type NumberProps = {
  readonly screen: Screen
  readonly of: string
  readonly name: string
  readonly isLate?: boolean
}

const rowsOf = ({ screen, of: key }: NumberProps) => ({ key, area: screen.areaId, ...screen.month })

function BigNumber(props: NumberProps) {
  const words = useMessages(messages)
  const { screen, of, name, isLate } = props
  const count = screen.values[of]?.numerator ?? 0
  return (
    <p className={isLate ? 'b-number is-late' : 'b-number'}>
      <span>{name}</span>
      <FigureLink of={rowsOf(props)} isEmpty={count === 0} label={words.opens(name, String(count))}>
        <b>{count}</b>
        <small>{words.unit}</small>
      </FigureLink>
    </p>
  )
}

function Small(props: NumberProps) {
  const words = useMessages(messages)
  const language = useLanguage()
  const { screen, of, name } = props
  const value = screen.values[of]
  const shown = valueWords(value, of.endsWith('_rate') ? 'share' : 'count', language)
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {shown === undefined ? (
          words.none
        ) : (
          <FigureLink of={rowsOf(props)} isEmpty={value?.numerator === 0} label={words.opens(name, shown)}>
            {shown}
          </FigureLink>
        )}
      </dd>
    </div>
  )
}

/** The map takes the height that is left. */
function Middle({ query }: { query: { area?: number } }) {
  const navigate = useNavigate()
  const shapes = useStaffRoute(readGridShapes, { query })
  const states = useStaffRoute(readGridStates, { query }, { keepLast: true, every: everyMs })
  const [frame, setFrame] = useState<HTMLDivElement | null>(null)
  const [height, setHeight] = useState(0)
  useEffect(() => {
    if (!frame) return
    const watcher = new ResizeObserver(([entry]) => entry && setHeight(entry.contentRect.height))
    watcher.observe(frame)
    return () => watcher.disconnect()
  }, [frame])
  const open = (grid: number) =>
    void navigate({
      to: '/map',
      search: () => ({ grid: String(grid), ...(query.area && { area: String(query.area) }) }),
    })
  return (
    <div className="b-map" ref={setFrame}>
      {shapes.data && height > 0 && (
        <GridMap
          title={shapes.data.areaName}
          own={shapes.data.own}
          grids={gridsNow(shapes.data.grids, states.data?.grids ?? [])}
          points={[]}
          height={height}
          chosen={undefined}
          largest={20}
          onChoose={open}
        />
      )}
    </div>
  )
}

function Newest({ screen }: { screen: Screen }) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const language = useLanguage()
  const dates = useDates()
  return (
    <section className="b-newest" aria-label={words.newest}>
      <h2>{words.newest}</h2>
      {screen.newest.length === 0 && <p>{words.newestNone}</p>}
      <ol>
        {screen.newest.map((matter) => (
          <li key={matter.number}>
            <b>{matter.subject[language]}</b>
            <em className={matter.isLate ? 'is-late' : undefined}>
              {matter.isLate ? words.late : known.status[matter.status]}
            </em>
            <span>{matter.areaNames.join(' ')}</span>
            <time dateTime={matter.receivedAt}>{dates.moment(matter.receivedAt)}</time>
          </li>
        ))}
      </ol>
    </section>
  )
}
