import { Alert, Button, DatePicker, Tabs } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useMay } from '#kernel/web/react/session.tsx'
import { useAddress } from '#kernel/web/react/use-address.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { listAreas, readArea } from '../web/routes.generated.ts'
import { useAreasAbove } from '../web/use-area-tree.ts'
import { AreaChildren } from './area-children.tsx'
import { AreaFacts } from './area-facts.tsx'
import { AreaMap } from './area-map.tsx'
import { AreaTree } from './area-tree.tsx'
import { messages } from './areas.messages.ts'
import { DoorCodeList } from './door-code-list.tsx'
import { DwellingChart } from './dwelling-chart.tsx'
import { EndedArea } from './lineage-note.tsx'
import './areas.css'

/** The tree of the own areas and, beside it, the one chosen: what it is, what lies below, its door codes. */
export function AreasPage() {
  const words = useMessages(messages)
  const { search, change } = useAddress()
  const on = search['on']
  const tops = useStaffRoute(listAreas, { query: {} })
  const areaId = Number(search['area']) || tops.data?.items[0]?.id
  const { open, onOpen } = useOpenAreas(areaId, on)
  const choose = (id: number): void => change({ area: String(id) })

  return (
    <div className="p-areas s-fill">
      <section className="p-side" aria-label={words.tree}>
        <div className="p-side-top">
          <h1>{words.title}</h1>
          <label htmlFor="areas-on" className="p-hint">
            {words.asOf}
          </label>
          <div>
            <DatePicker
              id="areas-on"
              value={on ? dayjs(on) : null}
              maxDate={dayjs()}
              placeholder={words.asOfToday}
              onChange={(day) => change({ on: day?.format('YYYY-MM-DD') })}
            />
            {on && <Button onClick={() => change({ on: undefined })}>{words.asOfToday}</Button>}
          </div>
        </div>
        <AreaTree on={on} chosen={areaId} open={open} onOpen={onOpen} onChoose={choose} />
      </section>
      <div className="p-body">
        {on && <Alert type="info" showIcon title={words.past(on)} />}
        {areaId !== undefined && <ChosenArea key={areaId} areaId={areaId} on={on} onChoose={choose} />}
      </div>
    </div>
  )
}

/** What is looked at is always in sight in the tree, however one came to it, unless it was folded up. */
function useOpenAreas(areaId: number | undefined, on: string | undefined) {
  const lineage = useAreasAbove(areaId, on)
  const [opened, setOpened] = useState<readonly number[]>([])
  const [folded, setFolded] = useState<readonly number[]>([])
  const wanted = areaId === undefined ? lineage : [...lineage, areaId]
  const open = [...new Set([...opened, ...wanted])].filter((id) => !folded.includes(id))
  const onOpen = (ids: readonly number[]): void => {
    setOpened(ids)
    setFolded(open.filter((id) => !ids.includes(id)))
  }
  return { open, onOpen }
}

function ChosenArea(props: { areaId: number; on: string | undefined; onChoose: (areaId: number) => void }) {
  const words = useMessages(messages)
  const { search, change } = useAddress()
  const mayCodes = useMay('places.door-codes')
  const { areaId, on, onChoose } = props
  const found = useStaffRoute(readArea, { params: { areaId }, query: { ...(on && { on }) } })
  const again = (): void => void found.refetch()
  if (found.error?.status === 404) return <EndedArea areaId={areaId} problem={found.error} again={again} />
  if (found.error) return <ProblemNote problem={found.error} again={again} />
  if (!found.data) return <p className="p-hint">{words.treeWaiting}</p>
  const { area } = found.data
  const items = [
    {
      key: 'below',
      label: `${words.tabs.below} ${area.childCount}`,
      children: <AreaChildren areaId={areaId} on={on} onChoose={onChoose} />,
    },
    {
      key: 'map',
      label: words.tabs.map,
      children: <AreaMap area={area} on={on} onChoose={onChoose} />,
    },
    ...(area.kind === 'building' || area.kind === 'unit'
      ? [
          {
            key: 'dwellings',
            label: words.tabs.dwellings,
            children: <DwellingChart areaId={areaId} on={on} />,
          },
        ]
      : []),
    ...(mayCodes ? [{ key: 'codes', label: words.tabs.codes, children: <DoorCodeList area={area} /> }] : []),
  ]
  const shown = items.filter((item) => !on || item.key !== 'codes')
  return (
    <>
      <AreaFacts area={area} on={on} />
      <Tabs
        items={shown}
        activeKey={shown.some((item) => item.key === search['tab']) ? (search['tab'] ?? 'below') : 'below'}
        onChange={(tab) => change({ tab }, { replace: true })}
        destroyOnHidden
      />
    </>
  )
}
