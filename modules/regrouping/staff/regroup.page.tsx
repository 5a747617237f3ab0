import { Alert, Button } from 'antd'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useMay } from '#kernel/web/react/session.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Area } from '#modules/places/contract.ts'
import { readArea, readShapes } from '#modules/places/web/door.tsx'
import type { Plan, Preview } from '../contract.ts'
import { previewRegrouping } from '../web/routes.generated.ts'
import { HouseTable } from './house-table.tsx'
import { firstDraft, missingIn, type PlanDraft, planOf } from './plan-draft.ts'
import { PlanForm } from './plan-form.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { messages } from './regroup.messages.ts'
import { RegroupingList } from './regrouping-list.tsx'
import { SplitMap } from './split-map.tsx'
import './regroup.css'

/** Splits a grid, merges it with others, or gives some of its buildings away; below, what was decided here before. */
export function RegroupPage() {
  const words = useMessages(messages)
  const params: { areaId?: string } = useParams({ strict: false })
  const areaId = Number(params.areaId)
  const mayEdit = useMay('places.edit')
  const navigate = useNavigate()
  const found = useStaffRoute(readArea, { params: { areaId } })
  const back = (id: number): void => void navigate({ to: '/areas', search: () => ({ area: String(id) }) })
  if (found.error) return <ProblemNote problem={found.error} again={() => void found.refetch()} />
  if (!found.data) return <p className="rg-hint">{words.waiting}</p>
  const { area } = found.data
  const isGrid = area.kind === 'grid' && mayEdit
  return (
    <div className="rg-page">
      <div className="rg-head">
        <div>
          <h1>{isGrid ? words.title(area.name) : words.records(area.name)}</h1>
          <p className="rg-hint">{area.pathNames.join(' / ')}</p>
        </div>
        <Button onClick={() => back(area.id)}>{words.back}</Button>
      </div>
      {isGrid && area.parentId !== undefined && (
        <Planning key={area.id} area={area} parentId={area.parentId} onDone={back} />
      )}
      <RegroupingList areaId={area.kind === 'grid' ? (area.parentId ?? area.id) : area.id} />
    </div>
  )
}

type Looked = { plan: Plan; preview: Preview }

function Planning(props: { area: Area; parentId: number; onDone: (areaId: number) => void }) {
  const words = useMessages(messages)
  const { area, parentId } = props
  const [draft, setDraft] = useState<PlanDraft>(() => firstDraft(area.name))
  const [looked, setLooked] = useState<Looked>()
  const [isAsked, setAsked] = useState(false)
  const shapes = useStaffRoute(readShapes, { params: { areaId: parentId } })
  const looking = useStaffAction(previewRegrouping)
  if (shapes.error) return <ProblemNote problem={shapes.error} again={() => void shapes.refetch()} />
  if (!shapes.data) return <p className="rg-hint">{words.waiting}</p>
  const { below, buildings } = shapes.data
  const missing = missingIn(draft)
  const change = (next: PlanDraft): void => {
    setDraft(next)
    setLooked(undefined)
  }
  async function look(): Promise<void> {
    setAsked(true)
    if (missing) return
    const plan = planOf(draft, area.id)
    const preview = await looking.run({ body: plan })
    if (preview) setLooked({ plan, preview })
  }
  const houses = buildings.filter(({ gridId }) => gridId === area.id)
  const told =
    missing === 'houses' && draft.kind === 'move' ? words.missingMove : missing && words.missing[missing]
  return (
    <>
      <div className="rg-columns">
        <section className="rg-card">
          <PlanForm
            draft={draft}
            onChange={change}
            gridId={area.id}
            beside={below.filter(({ id, kind }) => kind === 'grid' && id !== area.id)}
          />
          {draft.kind !== 'merge' && <HouseTable houses={houses} draft={draft} onChange={change} />}
        </section>
        <section className="rg-card">
          <SplitMap
            gridId={area.id}
            gridName={area.name}
            shapes={shapes.data}
            draft={draft}
            onChange={change}
          />
        </section>
      </div>
      <ProblemNote problem={looking.problem} />
      {isAsked && told && <Alert type="warning" showIcon role="alert" title={told} />}
      {looked ? (
        <PreviewPanel plan={looked.plan} preview={looked.preview} onDone={() => props.onDone(parentId)} />
      ) : (
        <div>
          <Button type="primary" loading={looking.busy} onClick={() => void look()}>
            {words.look}
          </Button>
        </div>
      )}
    </>
  )
}
