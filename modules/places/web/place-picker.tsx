import { lazy, Suspense, useState } from 'react'
import { Button } from '#kernel/ui/button/button.tsx'
import { TextField } from '#kernel/ui/field/field.tsx'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { useRoute } from '#kernel/web/use-route.ts'
import type { Place } from '../contract.ts'
import { messages } from './place-picker.messages.ts'
import { listPlaces, searchPlaces } from './routes.generated.ts'
import type { ChosenPlace } from './chosen-place.ts'
import './place-picker.css'

type Props = { onChoose: (place: ChosenPlace) => void }

const PlaceCanvas = lazy(() => import('./place-canvas.tsx').then((m) => ({ default: m.PlaceCanvas })))

const ways = ['search', 'list', 'map'] as const

/** Finds a place without a door code: by its name, step by step, or on the map; each way is enough by itself. */
export function PlacePicker({ onChoose }: Props) {
  const words = useMessages(messages)
  const [way, setWay] = useState<(typeof ways)[number]>('search')
  return (
    <div className="y-stack">
      <div className="p-ways" role="group" aria-label={words.ways}>
        {ways.map((each) => (
          <button
            key={each}
            type="button"
            className="p-way"
            aria-pressed={way === each}
            onClick={() => setWay(each)}
          >
            {words[each]}
          </button>
        ))}
      </div>
      {way === 'search' && <Search onChoose={onChoose} />}
      {way === 'list' && <Steps onChoose={onChoose} />}
      {way === 'map' && (
        <Suspense fallback={<p className="y-second">…</p>}>
          <PlaceCanvas onChoose={onChoose} />
        </Suspense>
      )}
    </div>
  )
}

function Search({ onChoose }: Props) {
  const words = useMessages(messages)
  const [typed, setTyped] = useState('')
  const q = typed.trim()
  const found = useRoute(searchPlaces, { query: { q } }, { enabled: q !== '' })
  return (
    <>
      <TextField label={words.what} hint={words.example} value={typed} onChange={setTyped} />
      {q !== '' && (
        <Loaded
          from={found}
          isEmpty={({ items }) => items.length === 0}
          empty={<p role="status">{words.none}</p>}
        >
          {({ items }) => (
            <Rows items={items} lineOf={({ pathNames }) => pathNames.join(' ')} onPick={onChoose} />
          )}
        </Loaded>
      )}
    </>
  )
}

function Steps({ onChoose }: Props) {
  const words = useMessages(messages)
  const [path, setPath] = useState<readonly Place[]>([])
  const at = path.at(-1)
  const below = useRoute(listPlaces, { query: at ? { parent: at.areaId } : {} })
  const open = (place: Place): void => (place.inside > 0 ? setPath([...path, place]) : onChoose(place))
  return (
    <>
      {at && (
        <div className="p-step">
          <Button kind="quiet" icon="back" onPress={() => setPath(path.slice(0, -1))}>
            {words.up}
          </Button>
          <Button icon="pin" onPress={() => onChoose(at)}>
            {words.here(at.name)}
          </Button>
        </div>
      )}
      <Loaded from={below} isEmpty={({ items }) => items.length === 0} empty={<p>{words.empty}</p>}>
        {({ items }) => <Rows items={items} lineOf={({ name }) => name} onPick={open} showsInside />}
      </Loaded>
    </>
  )
}

function Rows(props: {
  items: readonly Place[]
  lineOf: (place: Place) => string
  onPick: (place: Place) => void
  showsInside?: boolean
}) {
  const words = useMessages(messages)
  return (
    <ul className="p-places">
      {props.items.map((place) => (
        <li key={place.areaId}>
          <button type="button" className="p-place" onClick={() => props.onPick(place)}>
            <span>{props.lineOf(place)}</span>
            {props.showsInside && place.inside > 0 && (
              <span className="y-second">{words.inside(place.inside)}</span>
            )}
            <Icon name="next" size={1} />
          </button>
        </li>
      ))}
    </ul>
  )
}
