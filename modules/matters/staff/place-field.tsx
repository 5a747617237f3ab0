import { Button, Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/react/session.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { listPlaces, searchPlaces } from '#modules/places/web/door.tsx'
import { AreaPicker, type PickedArea } from './area-picker.tsx'
import './area-picker.css'

const zh = {
  search: '找地方',
  example: '小区、楼栋名，或拼音首字母',
  change: '换一个',
  finer: '还能选细一点',
  none: '没有找到。换个写法，或在下面一级一级地选。',
  waiting: '正在找…',
}
const en: typeof zh = {
  search: 'Find a place',
  example: 'Quarter or building, or initials in pinyin',
  change: 'Change',
  finer: 'Finer, if known',
  none: 'Nothing found. Write it another way, or choose step by step below.',
  waiting: 'Searching…',
}
const messages = { zh, en }

type Props = {
  readonly legend: string
  readonly area: PickedArea | undefined
  readonly error?: string | undefined
  readonly onChange: (area: PickedArea | undefined) => void
}

/** A place by typing, or step by step. */
export function PlaceField({ legend, area, error, onChange }: Props) {
  const words = useMessages(messages)
  return (
    <fieldset className="m-choices is-plain">
      <legend>{legend}</legend>
      {area ? (
        <>
          <p className="m-picked">
            <Icon name="pin" size={1.1} />
            <span>{area.pathNames.join(' / ') || area.name}</span>
            <Button size="small" onClick={() => onChange(undefined)}>
              {words.change}
            </Button>
          </p>
          <Finer area={area} onPick={onChange} />
        </>
      ) : (
        <FindPlace onPick={onChange} />
      )}
      {error && (
        <p className="m-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

/** What lies in the chosen place: a report from a building goes to whoever answers for that building. */
function Finer({ area, onPick }: { area: PickedArea; onPick: (area: PickedArea) => void }) {
  const words = useMessages(messages)
  const items = useStaffRoute(listPlaces, { query: { parent: area.id } }).data?.items ?? []
  if (items.length === 0) return null
  return (
    <div className="m-take-finer" role="group" aria-label={words.finer}>
      <small>{words.finer}</small>
      {items.map(({ areaId, name, pathNames }) => (
        <Button key={areaId} size="small" onClick={() => onPick({ id: areaId, name, pathNames })}>
          {name}
        </Button>
      ))}
    </div>
  )
}

/** Whether a place lies in the areas of the own posts: elsewhere the server would take nothing down. */
function useOwnPlaces() {
  const { posts } = useSession()
  return (pathNames: readonly string[]) =>
    posts.some(({ areaKind, areaName }) => areaKind === 'district' || pathNames.includes(areaName))
}

function FindPlace({ onPick }: { onPick: (area: PickedArea) => void }) {
  const words = useMessages(messages)
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const answer = useStaffRoute(searchPlaces, { query: { q } }, { enabled: q !== '', keepLast: true })
  const isOwn = useOwnPlaces()
  const items = q ? (answer.data?.items ?? []).filter(({ pathNames }) => isOwn(pathNames)) : []
  const pick = ({ areaId, name, pathNames }: (typeof items)[number]) =>
    onPick({ id: areaId, name, pathNames })
  return (
    <>
      <Input
        aria-label={words.search}
        placeholder={words.example}
        prefix={<Icon name="search" size={1} />}
        value={typed}
        allowClear
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={(event) => {
          event.preventDefault()
          if (items[0]) pick(items[0])
        }}
      />
      {q && answer.isPending && <p className="ap-note">{words.waiting}</p>}
      {q && answer.data && items.length === 0 && <p className="ap-note">{words.none}</p>}
      {items.length > 0 ? (
        <ul className="ap-list m-take-places">
          {items.map((place) => (
            <li key={place.areaId}>
              <button type="button" onClick={() => pick(place)}>
                <span>{place.name}</span>
                <small>{place.pathNames.slice(0, -1).join(' / ')}</small>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <AreaPicker onPick={({ id, name, pathNames }) => onPick({ id, name, pathNames })} />
      )}
    </>
  )
}
