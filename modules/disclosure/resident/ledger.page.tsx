import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { Button, ButtonLink } from '#kernel/ui/button/button.tsx'
import { Chips } from '#kernel/ui/chips/chips.tsx'
import { Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { useRoute } from '#kernel/web/use-route.ts'
import type { Entry } from '../contract.ts'
import { listEntries, readRates } from '../web/routes.generated.ts'
import { EntryRow } from './entry-row.tsx'
import { messages } from './ledger.messages.ts'
import { RateFigures, RatesByArea } from './rates.tsx'
import './disclosure.css'

const states = ['all', 'open', 'late', 'done'] as const
type State = (typeof states)[number]
const isState = (text: string | null): text is State => states.some((state) => state === text)

/** What the address asks for: an area and a state. */
function useAsked() {
  const [params, setParams] = useSearchParams()
  const area = Number(params.get('area')) || undefined
  const asked = params.get('state')
  const change = (next: { area?: number | undefined; state?: State }) => {
    const to = { area, state: isState(asked) ? asked : 'all', ...next }
    setParams({
      ...(to.area && { area: String(to.area) }),
      ...(to.state !== 'all' && { state: to.state }),
    })
  }
  return { area, state: isState(asked) ? asked : ('all' as const), change }
}

function Entries({ area, state }: { area: number | undefined; state: State }) {
  const words = useMessages(messages)
  const [after, setAfter] = useState<string>()
  const [before, setBefore] = useState<Entry[]>([])
  const query = {
    ...(area && { area }),
    ...(state !== 'all' && { state }),
    ...(after && { after }),
  }
  const page = useRoute(listEntries, { query })
  return (
    <Loaded
      from={page}
      lines={8}
      empty={words.empty}
      isEmpty={({ items }) => items.length + before.length === 0}
    >
      {({ items, next }) => (
        <>
          <ul className="o-entries">
            {[...before, ...items].map((entry) => (
              <EntryRow key={entry.number} entry={entry} />
            ))}
          </ul>
          {next && (
            <Button
              wide
              onPress={() => {
                setBefore([...before, ...items])
                setAfter(next)
              }}
            >
              {words.more}
            </Button>
          )}
        </>
      )}
    </Loaded>
  )
}

/** Everything that may be shown to everybody, with how well it is handled. */
export function LedgerPage() {
  const words = useMessages(messages)
  const { area, state, change } = useAsked()
  const rates = useRoute(readRates, { query: { ...(area && { area }) } })
  const feed = `/public/feed.atom${area ? `?area=${area}` : ''}`
  return (
    <Page title={words.title} place={rates.data?.whole.name} back="/">
      <p>{words.what}</p>
      {area && (
        <Button icon="back" onPress={() => change({ area: undefined })}>
          {words.whole}
        </Button>
      )}
      <Loaded from={rates} lines={4}>
        {({ whole, parts }) => (
          <>
            <section aria-label={words.rates}>
              <h2>
                {words.rates} <span className="y-second">{words.received(whole.received)}</span>
              </h2>
              <RateFigures rates={whole} />
            </section>
            <RatesByArea parts={parts} onChoose={(chosen) => change({ area: chosen })} />
          </>
        )}
      </Loaded>
      <Chips
        legend={words.show}
        choices={states.map((each) => ({ value: each, label: words.states[each] }))}
        values={[state]}
        onChange={(chosen) => change({ state: chosen.find((each) => each !== state) ?? 'all' })}
      />
      <Entries key={`${area} ${state}`} area={area} state={state} />
      <p className="o-links">
        <a href={feed}>{words.feed}</a>
        <Link href="/log">{words.log}</Link>
      </p>
      <ButtonLink to="/" icon="home">
        {words.home}
      </ButtonLink>
    </Page>
  )
}
