import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { listAreas } from '#modules/places/web/door.tsx'
import './area-picker.css'

const zh = {
  filter: '按名称筛选这一级',
  top: '我的辖区',
  choose: (name: string) => `就选 ${name}`,
  into: (name: string, count: number) => `${name}，下面还有 ${count} 个`,
  none: '没有这个名称，往上一级找找。',
  leaf: '下面没有更细的区域了。',
  waiting: '正在打开…',
  path: '当前位置',
}
const en: typeof zh = {
  filter: 'Filter this level by name',
  top: 'My areas',
  choose: (name) => `Choose ${name}`,
  into: (name, count) => `${name}, ${count} below`,
  none: 'No such name here. Try a level up.',
  leaf: 'There is nothing finer below.',
  waiting: 'Opening…',
  path: 'Where you are',
}
const messages = { zh, en }

export type PickedArea = { readonly id: number; readonly name: string; readonly pathNames: readonly string[] }

type Props = {
  readonly onPick: (area: PickedArea) => void
  /** Areas that may be gone into but not chosen are those for which this says false. */
  readonly mayPick?: (area: { kind: string }) => boolean
  /** The picker is all that was opened, so typing may begin at once. */
  readonly isAlone?: boolean
}

type Step = PickedArea & { readonly kind: string }

/** The tree of areas as one list per level: into an area by its name, out again by the path above. */
export function AreaPicker({ onPick, mayPick = () => true, isAlone = false }: Props) {
  const words = useMessages(messages)
  const [chosen, setChosen] = useState<readonly Step[]>([])
  const tops = useStaffRoute(listAreas, { query: {} })
  const [only, ...others] = tops.data?.items ?? []
  // With one area of one's own there is nothing to choose at the top.
  const start = only && others.length === 0 && only.childCount > 0 ? [only] : []
  const path = [...start, ...chosen]
  const here = path.at(-1)
  if (tops.isPending) return <p className="ap-note">{words.waiting}</p>
  return (
    <div className="ap">
      <nav className="ap-path" aria-label={words.path}>
        {start.length === 0 && (
          <button type="button" disabled={!here} onClick={() => setChosen([])}>
            {words.top}
          </button>
        )}
        {path.map((step, index) => (
          <button
            key={step.id}
            type="button"
            disabled={step === here}
            onClick={() => setChosen(path.slice(start.length, index + 1))}
          >
            {step.name}
          </button>
        ))}
      </nav>
      <Level
        key={here?.id ?? 0}
        parent={here?.id}
        takesFocus={isAlone || chosen.length > 0}
        onInto={(area) => (area.childCount > 0 ? setChosen([...chosen, area]) : onPick(area))}
      />
      {here && mayPick(here) && (
        <Button block onClick={() => onPick(here)}>
          {words.choose(here.name)}
        </Button>
      )}
    </div>
  )
}

type LevelProps = {
  readonly parent: number | undefined
  readonly takesFocus: boolean
  readonly onInto: (area: Step & { childCount: number }) => void
}

function Level({ parent, takesFocus, onInto }: LevelProps) {
  const words = useMessages(messages)
  const [filter, setFilter] = useState('')
  const field = useRef<InputRef>(null)
  const areas = useStaffRoute(listAreas, { query: parent === undefined ? {} : { parent } })
  const items = areas.data?.items ?? []
  const shown = items.filter(({ name }) => name.includes(filter.trim()))
  useEffect(() => {
    if (takesFocus) field.current?.focus({ preventScroll: true })
  }, [takesFocus])
  return (
    <>
      <Input
        ref={field}
        aria-label={words.filter}
        placeholder={words.filter}
        value={filter}
        allowClear
        onChange={(event) => setFilter(event.target.value)}
        onPressEnter={(event) => {
          event.preventDefault()
          if (shown[0]) onInto(shown[0])
        }}
      />
      <ProblemNote problem={areas.error} again={() => void areas.refetch()} />
      {areas.isPending && <p className="ap-note">{words.waiting}</p>}
      {areas.data && shown.length === 0 && (
        <p className="ap-note">{items.length === 0 ? words.leaf : words.none}</p>
      )}
      <AreaList areas={shown} onInto={onInto} />
    </>
  )
}

type ListProps = {
  readonly areas: readonly (Step & { childCount: number })[]
  readonly onInto: LevelProps['onInto']
}

function AreaList({ areas, onInto }: ListProps) {
  const words = useMessages(messages)
  return (
    <ul className="ap-list">
      {areas.map((area) => (
        <li key={area.id}>
          <button type="button" onClick={() => onInto(area)}>
            <span>{area.name}</span>
            {area.childCount > 0 && (
              <span className="ap-count" title={words.into(area.name, area.childCount)}>
                {area.childCount}
                <Icon name="next" size={0.85} />
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}
