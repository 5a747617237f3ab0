import { Button, Input, Popover, type InputRef } from 'antd'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { uuidv7 } from '#kernel/web/uuid.ts'
import type { SavedFilter } from '../contract.ts'
import { countFound, dropFilter, keepFilter, listFilters, orderFilters } from '../web/routes.generated.ts'
import { addressOfFilter, type Desk } from './desk-address.ts'
import { messages } from './filter.messages.ts'

const touched = { invalidates: ['/matter-filters'] } as const

function sameAs(one: SavedFilter['query'], other: SavedFilter['query']): boolean {
  const said = (query: SavedFilter['query']) =>
    JSON.stringify(Object.entries(query).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return said(one) === said(other)
}

/** The own named filters, each with how many it holds now; one tap looks through it. */
export function SavedFilters({ desk }: { desk: Desk }) {
  const words = useMessages(messages)
  const kept = useStaffRoute(listFilters, {}).data?.items ?? []
  if (kept.length === 0) return null
  return (
    <nav className="d-saved" aria-label={words.saved}>
      {kept.map((one) => (
        <Saved key={one.id} one={one} desk={desk} />
      ))}
      <Popover
        trigger="click"
        placement="bottomRight"
        destroyOnHidden
        content={<Arrange kept={kept} />}
        title={words.saved}
      >
        <Button size="small" type="link">
          {words.manage}
        </Button>
      </Popover>
    </nav>
  )
}

function Saved({ one, desk }: { one: SavedFilter; desk: Desk }) {
  const words = useMessages(messages)
  const total = useStaffRoute(countFound, { query: one.query }, { keepLast: true, every: 120_000 }).data
  return (
    <button
      type="button"
      className="d-saved-one"
      aria-pressed={sameAs(one.query, desk.filter)}
      onClick={() => desk.change(addressOfFilter(one.query))}
    >
      {one.name}
      {total && <b>{total.isMore ? words.more(total.count) : total.count}</b>}
    </button>
  )
}

function Arrange({ kept }: { kept: readonly SavedFilter[] }) {
  const words = useMessages(messages)
  const order = useStaffAction(orderFilters, touched)
  const drop = useStaffAction(dropFilter, touched)
  const keep = useStaffAction(keepFilter, touched)
  const ids = kept.map(({ id }) => id)
  const up = (index: number) => {
    const moved = ids.toSpliced(index, 1).toSpliced(index - 1, 0, ids[index] ?? '')
    void order.run({ body: { ids: moved } })
  }
  return (
    <ul className="d-arrange">
      <ProblemNote problem={order.problem ?? drop.problem ?? keep.problem} />
      {kept.map((one, index) => (
        <li key={one.id}>
          <Input
            size="small"
            aria-label={words.rename(one.name)}
            maxLength={40}
            defaultValue={one.name}
            onBlur={(event) => {
              const name = event.target.value.trim()
              if (name && name !== one.name) {
                void keep.run({ params: { filterId: one.id }, body: { name, query: one.query } })
              }
            }}
          />
          <Button
            size="small"
            type="text"
            aria-label={words.up(one.name)}
            title={words.up(one.name)}
            disabled={index === 0 || order.busy}
            icon={<Icon name="back" size={0.9} />}
            onClick={() => up(index)}
          />
          <Button
            size="small"
            type="text"
            aria-label={words.drop(one.name)}
            title={words.drop(one.name)}
            disabled={drop.busy}
            icon={<Icon name="cross" size={0.9} />}
            onClick={() => void drop.run({ params: { filterId: one.id } })}
          />
        </li>
      ))}
    </ul>
  )
}

/** Keeps what the list is narrowed by now under a name. */
export function SaveFilter({ desk }: { desk: Desk }) {
  const words = useMessages(messages)
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={<SaveForm desk={desk} onDone={() => setOpen(false)} />}
    >
      <Button size="small" type="link" aria-expanded={isOpen}>
        {words.save}
      </Button>
    </Popover>
  )
}

function SaveForm({ desk, onDone }: { desk: Desk; onDone: () => void }) {
  const words = useMessages(messages)
  const [name, setName] = useState('')
  const [isTried, setTried] = useState(false)
  const [filterId] = useState(uuidv7)
  const keep = useStaffAction(keepFilter, touched)
  const field = useRef<InputRef>(null)
  useEffect(() => field.current?.focus(), [])
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (!name.trim()) return
    if (await keep.run({ params: { filterId }, body: { name: name.trim(), query: desk.filter } })) onDone()
  }
  return (
    <form className="d-save" onSubmit={(event) => void submit(event)}>
      <ProblemNote problem={keep.problem} />
      <Labelled
        id="filter-name"
        label={words.saveName}
        hint={words.saveHint}
        error={isTried && !name.trim() ? words.nameNeeded : undefined}
      >
        <Input
          id="filter-name"
          ref={field}
          maxLength={40}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Labelled>
      <Button size="small" type="primary" htmlType="submit" loading={keep.busy}>
        {words.keep}
      </Button>
    </form>
  )
}
