import { App, Button, Space } from 'antd'
import { useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useMessages } from '#kernel/web/messages.ts'
import { ownProblem, Problem } from '#kernel/web/problem.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { askAgain } from '#kernel/web/react/use-staff-route.ts'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { Area, AreaShapes, CheckedBoundaries } from '../contract.ts'
import { boundaryOf, boxOf, openRingsOf, ringsOf } from '../web/map-shape.ts'
import type { MapView } from '../web/map-view.ts'
import { changeArea, checkBoundaries } from '../web/routes.generated.ts'
import { snapped } from '../web/snap.ts'
import { TerritoryMap } from '../web/territory-map.tsx'
import { messages } from './boundary-editor.messages.ts'
import { BoundaryFindings } from './boundary-findings.tsx'
import { DraftLayer } from './draft-layer.tsx'
import { begin, type DraftShape, drawPoint, dropPoint, finish, squareMetresOf } from './draft-shape.ts'
import { PasteBoundary } from './paste-boundary.tsx'
import { fileOf, sendGeoJson } from './send-geojson.ts'
import { useHistory } from './use-history.ts'
import './boundary-editor.css'

type Props = { area: Area; shapes: AreaShapes; onClose: () => void }

/** Draws the boundary of an area, or changes the one there is. It is checked before it is kept. */
export function BoundaryEditor(props: Props) {
  const words = useMessages(messages)
  const { area, shapes } = props
  const { own, parent, beside, below, buildings } = shapes
  const history = useHistory<DraftShape>(own ? { polygons: openRingsOf(own) } : { polygons: [], drawing: [] })
  const draft = history.now
  const around = [parent, ...beside.map(({ boundary }) => boundary), ...below.map(({ boundary }) => boundary)]
  const rings = around.flatMap((boundary) => (boundary ? ringsOf(boundary) : []))
  const points = buildings.map(({ id, name, point }) => ({ id, name, at: [point.lon, point.lat] as const }))
  const first = boxOf([...(own ? ringsOf(own) : rings), points.map(({ at }) => at)])
  const saving = useSaving(props, draft)
  useUndoKeys(history)
  return (
    <div className="p-drawing">
      <Tools history={history} />
      <TerritoryMap
        title={words.title(area.name)}
        outline={parent}
        beside={[...beside, ...below]}
        points={points}
        height={480}
        box={first ?? someBox}
        onPlace={(at, view) => history.set(drawPoint(draft, snapped(at, rings, view)))}
        renderOverlay={(view) => (
          <>
            <DraftLayer
              draft={draft}
              view={view}
              snap={(at) => snapped(at, rings, view)}
              onChange={history.set}
            />
            {draft.drawing && <Cross view={view} />}
          </>
        )}
      />
      <p className="p-hint">{draft.drawing ? words.howDrawing : words.howCorners}</p>
      <Foot {...props} draft={draft} history={history} saving={saving} />
    </div>
  )
}

/** Ctrl+Z and Ctrl+Shift+Z, wherever the focus is, but for fields that undo their own text. */
function useUndoKeys({ undo, redo }: History): void {
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return
      if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return
      event.preventDefault()
      if (event.shiftKey) redo()
      else undo()
    }
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  }, [undo, redo])
}

/** Where nothing has a place yet: the middle of the country, to be moved. */
const someBox = { west: 104, east: 104.01, south: 35, north: 35.01 }

/** The middle of the map, where the keyboard sets points. */
function Cross({ view: { width, height } }: { view: MapView }) {
  const [x, y] = [width / 2, height / 2]
  return <path className="p-draft-cross" d={`M${x - 9} ${y}H${x + 9}M${x} ${y - 9}V${y + 9}`} />
}

type History = ReturnType<typeof useHistory<DraftShape>>

function Tools({ history }: { history: History }) {
  const words = useMessages(messages)
  const [isPasting, setPasting] = useState(false)
  const { now: draft, set } = history
  return (
    <Space wrap className="p-draft-tools">
      <Button onClick={history.undo} disabled={!history.canUndo}>
        {words.undo}
      </Button>
      <Button onClick={history.redo} disabled={!history.canRedo}>
        {words.redo}
      </Button>
      {draft.drawing ? (
        <>
          <Button onClick={() => set(dropPoint(draft))} disabled={draft.drawing.length === 0}>
            {words.drop}
          </Button>
          <Button onClick={() => set(finish(draft))} disabled={draft.drawing.length < 3}>
            {words.close}
          </Button>
        </>
      ) : (
        <>
          <Button onClick={() => set(begin(draft, 'anew'))}>{words.anew}</Button>
          <Button onClick={() => set(begin(draft, 'besides'))}>{words.besides}</Button>
        </>
      )}
      <Button onClick={() => setPasting(true)}>{words.paste}</Button>
      {isPasting && (
        <PasteBoundary
          onTake={(boundary) => set({ polygons: openRingsOf(boundary) })}
          onClose={() => setPasting(false)}
        />
      )}
    </Space>
  )
}

function useSaving({ area, onClose }: Props, draft: DraftShape) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const client = useQueryClient()
  const changing = useStaffAction(changeArea, { invalidates: ['/areas'] })
  const [checked, setChecked] = useState<{ of: DraftShape; answer: CheckedBoundaries }>()
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const boundary = boundaryOf(draft.polygons)
  const findings = checked?.of === draft ? checked.answer : undefined

  async function keep(): Promise<void> {
    if (!boundary) return
    const saved = await changing.run({ params: { areaId: area.id }, body: { boundary } })
    if (!saved) return
    void askAgain(client, ['/areas'])
    void message.success(words.saved(area.name))
    onClose()
  }
  async function check(): Promise<void> {
    if (!boundary) return
    setBusy(true)
    setProblem(undefined)
    try {
      const input = { params: { areaId: area.id }, query: { kind: area.kind } }
      const answer = await sendGeoJson(checkBoundaries, input, fileOf(area.id, boundary))
      setChecked({ of: draft, answer })
      const [own] = answer.items
      if (own && own.faults.length === 0 && own.warnings.length === 0) await keep()
    } catch (error) {
      setProblem(error instanceof Problem ? error : ownProblem('unreadable'))
    } finally {
      setBusy(false)
    }
  }
  const [own] = findings?.items ?? []
  return {
    ready: boundary !== undefined && !draft.drawing?.length,
    busy: busy || changing.busy,
    problem: problem ?? changing.problem,
    findings,
    mayKeep: own !== undefined && own.faults.length === 0,
    check,
    keep,
  }
}

function Foot(props: Props & { draft: DraftShape; history: History; saving: ReturnType<typeof useSaving> }) {
  const words = useMessages(messages)
  const { draft, saving, onClose } = props
  const corners = draft.polygons.flat(2).length
  return (
    <>
      {corners > 0 && <p aria-live="polite">{words.size(corners, Math.round(squareMetresOf(draft)))}</p>}
      <ProblemNote problem={saving.problem} />
      {saving.findings && <BoundaryFindings found={saving.findings} />}
      <Space wrap>
        {saving.findings && saving.mayKeep ? (
          <Button type="primary" loading={saving.busy} onClick={() => void saving.keep()}>
            {words.keepAnyway}
          </Button>
        ) : (
          <Button
            type="primary"
            disabled={!saving.ready}
            loading={saving.busy}
            onClick={() => void saving.check()}
          >
            {words.save}
          </Button>
        )}
        <Button onClick={onClose}>{words.cancel}</Button>
      </Space>
    </>
  )
}
