import { useState } from 'react'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { readStored, writeStored } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { type AreaBranch, useAreaTree } from '#modules/places/web/door.tsx'
import { countBelow } from '../web/routes.generated.ts'
import type { Desk } from './desk-address.ts'
import './desk-tree.css'

const zh = {
  title: '区域',
  hide: '收起区域',
  show: '区域',
  own: '我的辖区',
  open: (name: string) => `展开${name}`,
  shut: (name: string) => `收起${name}`,
  late: (count: number) => `超期 ${count} 件`,
  count: (open: number, late: number) => `未结 ${open} 件，超期 ${late} 件`,
}
const en: typeof zh = {
  title: 'Areas',
  hide: 'Hide the areas',
  show: 'Areas',
  own: 'My areas',
  open: (name) => `Open ${name}`,
  shut: (name) => `Close ${name}`,
  late: (count) => `${count} overdue`,
  count: (open, late) => `${open} open, ${late} overdue`,
}
const messages = { zh, en }

const STORED_AS = 'yige.desk-tree'

/** The areas at the left, each with what is open in it; one click looks at one. Whoever needs the room folds it away. */
export function DeskTree({ desk }: { desk: Desk }) {
  const words = useMessages(messages)
  const [isShown, setShown] = useState(() => readStored(STORED_AS) !== 'hidden')
  const toggle = () => {
    writeStored(STORED_AS, isShown ? 'hidden' : null)
    setShown(!isShown)
  }
  if (!isShown) {
    return (
      <button type="button" className="d-tree-show" title={words.show} onClick={toggle}>
        <Icon name="next" size={0.9} />
        <span>{words.show}</span>
      </button>
    )
  }
  return (
    <nav className="d-tree" aria-label={words.title}>
      <p className="d-tree-head">
        {words.title}
        <button type="button" aria-label={words.hide} title={words.hide} onClick={toggle}>
          <Icon name="back" size={0.9} />
        </button>
      </p>
      <Tree desk={desk} />
    </nav>
  )
}

/** What holds no list of its own is not shown: courts and buildings are found by the search. */
const shownKinds: readonly string[] = ['district', 'street', 'community', 'quarter', 'grid']
const canOpen = ({ area }: AreaBranch): boolean =>
  area.kind !== 'grid' && shownKinds.includes(area.kind) && area.childCount > 0

function Tree({ desk }: { desk: Desk }) {
  const words = useMessages(messages)
  const [toggled, setToggled] = useState<ReadonlyMap<number, boolean>>(new Map())
  const own = useAreaTree([])
  const tops = own.branches.map(({ area }) => area.id)
  const open = [...new Set([...tops, ...toggled.keys()])].filter((id) => toggled.get(id) ?? tops.includes(id))
  const { branches } = useAreaTree(open)
  const toggle = (id: number) => setToggled(new Map(toggled).set(id, !open.includes(id)))
  if (own.tops.error) {
    return <ProblemNote problem={own.tops.error} again={() => void own.tops.refetch()} />
  }
  const look = (area: number | undefined) =>
    desk.change({ area: area === undefined ? undefined : String(area), m: undefined })
  return (
    <ul className="d-tree-list">
      {branches.length > 1 && (
        <li>
          <button
            type="button"
            className="d-tree-name is-top"
            aria-current={desk.within.area === undefined || undefined}
            onClick={() => look(undefined)}
          >
            {words.own}
          </button>
        </li>
      )}
      {branches.map((branch) => (
        <Branch
          key={branch.area.id}
          branch={branch}
          depth={0}
          isTop={branches.length === 1}
          desk={desk}
          open={open}
          onToggle={toggle}
          onLook={look}
        />
      ))}
    </ul>
  )
}

type BranchProps = {
  readonly branch: AreaBranch
  readonly depth: number
  /** The only top: all of the own areas. */
  readonly isTop: boolean
  readonly desk: Desk
  readonly open: readonly number[]
  readonly count?: { readonly open: number; readonly overdue: number } | undefined
  readonly onToggle: (id: number) => void
  readonly onLook: (id: number | undefined) => void
}

function Branch(props: BranchProps) {
  const words = useMessages(messages)
  const { branch, depth, isTop, desk, open, count, onToggle, onLook } = props
  const { area, below } = branch
  const isOpen = open.includes(area.id)
  const isHere = desk.within.area === area.id || (isTop && desk.within.area === undefined)
  return (
    <li>
      <div className="d-tree-row" style={{ paddingLeft: 4 + depth * 14 }}>
        {canOpen(branch) ? (
          <button
            type="button"
            className={isOpen ? 'd-tree-caret is-open' : 'd-tree-caret'}
            aria-label={(isOpen ? words.shut : words.open)(area.name)}
            aria-expanded={isOpen}
            onClick={() => onToggle(area.id)}
          >
            <Icon name="next" size={0.8} />
          </button>
        ) : (
          <span className="d-tree-caret" />
        )}
        <button
          type="button"
          className="d-tree-name"
          aria-current={isHere || undefined}
          title={area.name}
          onClick={() => onLook(isTop ? undefined : area.id)}
        >
          <span>{area.name}</span>
          {count && <Count {...count} />}
        </button>
      </div>
      {isOpen && below && <Below {...props} below={below} />}
    </li>
  )
}

function Below({ below, ...props }: BranchProps & { below: readonly AreaBranch[] }) {
  const { area } = props.branch
  const counts = useStaffRoute(
    countBelow,
    { query: { area: area.id } },
    { keepLast: true, every: 60_000 },
  ).data
  const shown = below.filter((each) => shownKinds.includes(each.area.kind))
  if (shown.length === 0) return null
  return (
    <ul>
      {shown.map((each) => (
        <Branch
          key={each.area.id}
          {...props}
          branch={each}
          depth={props.depth + 1}
          isTop={false}
          count={
            counts && (counts.items.find(({ areaId }) => areaId === each.area.id) ?? { open: 0, overdue: 0 })
          }
        />
      ))}
    </ul>
  )
}

function Count({ open, overdue }: { open: number; overdue: number }) {
  const words = useMessages(messages)
  if (open === 0) return null
  return (
    <small title={words.count(open, overdue)}>
      {overdue > 0 && (
        <em>
          <Icon name="late" size={0.8} />
          <span className="s-unseen">{words.late(overdue)}</span>
        </em>
      )}
      {open}
    </small>
  )
}
