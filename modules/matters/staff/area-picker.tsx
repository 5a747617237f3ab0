import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { listAreas } from '#modules/places/web/routes.generated.ts'
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
}

type Step = PickedArea & { readonly kind: string }

/** The tree of areas as one list per level: into an area by its name, out again by the path above. */
export function AreaPicker({ onPick, mayPick = () => true }: Props) {
  const words = useMessages(messages)
  const [path, setPath] = useState<readonly Step[]>([])
  const here = path.at(-1)
  const goTo = (depth: number) => setPath(path.slice(0, depth))
  return (
    <div className="ap">
      <nav className="ap-path" aria-label={words.path}>
        <button type="button" disabled={!here} onClick={() => goTo(0)}>
          {words.top}
        </button>
        {path.map((step, index) => (
          <button key={step.id} type="button" disabled={step === here} onClick={() => goTo(index + 1)}>
            {step.name}
          </button>
        ))}
      </nav>
      <Level
        key={here?.id ?? 0}
        parent={here?.id}
        onInto={(area) => (area.childCount > 0 ? setPath([...path, area]) : onPick(area))}
      />
      {here && mayPick(here) && (
        <Button type="primary" block onClick={() => onPick(here)}>
          {words.choose(here.name)}
        </Button>
      )}
    </div>
  )
}

type LevelProps = {
  readonly parent: number | undefined
  readonly onInto: (area: Step & { childCount: number }) => void
}

function Level({ parent, onInto }: LevelProps) {
  const words = useMessages(messages)
  const [filter, setFilter] = useState('')
  const field = useRef<InputRef>(null)
  const areas = useStaffRoute(listAreas, { query: parent === undefined ? {} : { parent } })
  const items = areas.data?.items ?? []
  const shown = items.filter(({ name }) => name.includes(filter.trim()))
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
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
      <ul className="ap-list">
        {shown.map((area) => (
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
    </>
  )
}
