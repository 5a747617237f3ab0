import { useState } from 'react'
import { Button } from '#kernel/ui/button/button.tsx'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { useKeptRoute } from '#kernel/web/use-kept-route.ts'
import type { Area } from '#modules/places/contract.ts'
import { listAreas } from '#modules/places/web/phone-door.ts'
import { messages } from './area-drill.messages.ts'
import './area-drill.css'

export type Place = { readonly id: number; readonly name: string }

type RowsProps = {
  items: readonly Area[]
  value: number | undefined
  onOpen: (area: Area) => void
  onPick: (area: Area) => void
}

function Rows({ items, value, onOpen, onPick }: RowsProps) {
  const words = useMessages(messages)
  return (
    <ul className="mt-areas">
      {items.map((area) => {
        const opens = area.childCount > 0
        return (
          <li key={area.id}>
            <button
              type="button"
              className="mt-area"
              aria-pressed={opens ? undefined : value === area.id}
              onClick={() => (opens ? onOpen(area) : onPick(area))}
            >
              <span className="mt-area__name">{area.name}</span>
              {opens && <span className="y-second">{words.inside(area.childCount)}</span>}
              {(opens || value === area.id) && <Icon name={opens ? 'next' : 'check'} size={1} />}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** Where one has come to: back up, or this place itself. */
function Here(props: {
  at: Area
  isChosen: boolean
  onUp: (() => void) | undefined
  onPick: (area: Area) => void
}) {
  const words = useMessages(messages)
  const { at, isChosen, onUp, onPick } = props
  return (
    <div className="mt-drill">
      {onUp && (
        <Button kind="quiet" icon="back" onPress={onUp}>
          {words.up}
        </Button>
      )}
      <Button onPress={() => onPick(at)} icon={isChosen ? 'check' : 'pin'}>
        {words.here(at.name)}
      </Button>
    </div>
  )
}

/** Begins inside the own area where there is only one. */
function useDrill() {
  const [opened, setOpened] = useState<readonly Area[]>([])
  const tops = useKeptRoute(listAreas, { query: {} })
  const only = tops.data?.items.length === 1 ? tops.data.items[0] : undefined
  const path = only && opened.length === 0 ? [only] : opened
  const at = path.at(-1)
  const inside = useKeptRoute(
    listAreas,
    { query: at ? { parent: at.id } : {} },
    { enabled: at !== undefined },
  )
  const mayGoUp = path.length > (only ? 1 : 0)
  return {
    at,
    shown: at ? inside : tops,
    open: (area: Area) => setOpened([...path, area]),
    up: mayGoUp ? () => setOpened(path.slice(0, -1)) : undefined,
  }
}

/** From the own areas down to a building, a tap a level; any level may be the answer. */
export function AreaDrill({
  value,
  onChange,
}: {
  value: number | undefined
  onChange: (area: Place) => void
}) {
  const words = useMessages(messages)
  const { at, shown, open, up } = useDrill()
  const pick = ({ id, name, pathNames }: Area) =>
    onChange({ id, name: pathNames.slice(-2).join(' ') || name })
  return (
    <fieldset className="y-stack">
      <legend className="y-choices__legend">{words.legend}</legend>
      {at && <Here at={at} isChosen={value === at.id} onUp={up} onPick={pick} />}
      <Loaded from={shown} isEmpty={({ items }) => items.length === 0} empty={<p>{words.none}</p>}>
        {({ items }) => <Rows items={items} value={value} onOpen={open} onPick={pick} />}
      </Loaded>
    </fieldset>
  )
}
