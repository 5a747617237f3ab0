import { App, Checkbox, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Area, CodeSet } from '../contract.ts'
import { makeMissingCodes, previewMissingCodes } from '../web/routes.generated.ts'
import { messages } from './missing-codes.messages.ts'

/** How many of a set are missing, and some of them by name. */
function useMissing(areaId: number, set: CodeSet) {
  return useStaffRoute(previewMissingCodes, { params: { areaId }, query: set }, { keepLast: true })
}

/** Makes the codes of all buildings, units or lifts that have none, after saying how many that are. */
export function MissingCodes({ area, onClose }: { area: Area; onClose: () => void }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [wants, setWants] = useState({ building: true, unit: true, lift: false })
  const [lift, setLift] = useState<{ kind: 'building' | 'unit'; facility: string }>({
    kind: 'building',
    facility: '电梯',
  })
  const facility = lift.facility.trim()
  const buildings = useMissing(area.id, { kind: 'building' })
  const units = useMissing(area.id, { kind: 'unit' })
  const lifts = useMissing(area.id, { kind: lift.kind, ...(facility && { facility }) })
  const making = useStaffAction(makeMissingCodes, {
    invalidates: ['/areas/:areaId/door-codes', '/areas/:areaId/missing-door-codes', '/areas/:areaId/posters'],
  })
  const rows = [
    { key: 'building' as const, found: buildings.data, set: { kind: 'building' as const } },
    { key: 'unit' as const, found: units.data, set: { kind: 'unit' as const } },
    { key: 'lift' as const, found: facility ? lifts.data : undefined, set: { kind: lift.kind, facility } },
  ]
  const chosen = rows.filter(({ key, found }) => wants[key] && found && found.missing > 0)
  const count = chosen.reduce((sum, { found }) => sum + (found?.missing ?? 0), 0)
  async function make(): Promise<void> {
    const sets = chosen.map(({ set }) => set)
    const made = await making.run({ params: { areaId: area.id }, body: { sets } })
    if (!made) return
    void message.success(made.left > 0 ? words.left(made.made, made.left) : words.done(made.made))
    onClose()
  }
  return (
    <Modal
      open
      title={words.title(area.name)}
      okText={count > 0 ? words.make(count) : words.nothing}
      okButtonProps={{ disabled: count === 0 }}
      cancelText={words.cancel}
      confirmLoading={making.busy}
      onOk={() => void make()}
      onCancel={onClose}
    >
      <p className="p-hint">{words.what}</p>
      <ProblemNote problem={making.problem ?? buildings.error ?? units.error ?? lifts.error} />
      {rows.map(({ key, found }) => (
        <div key={key} className="p-missing">
          <Checkbox
            checked={wants[key]}
            onChange={(event) => setWants({ ...wants, [key]: event.target.checked })}
          >
            {words[key]}
          </Checkbox>
          <span>{found ? words.found(found.all, found.missing) : words.counting}</span>
          {found && found.examples.length > 0 && (
            <span className="p-hint">{words.such(found.examples.slice(0, 3).join('、'))}</span>
          )}
          {key === 'lift' && wants.lift && <Lift lift={lift} onChange={setLift} />}
        </div>
      ))}
    </Modal>
  )
}

type LiftSet = { kind: 'building' | 'unit'; facility: string }

function Lift({ lift, onChange }: { lift: LiftSet; onChange: (lift: LiftSet) => void }) {
  const words = useMessages(messages)
  return (
    <div className="p-missing-lift">
      <Input
        aria-label={words.liftName}
        value={lift.facility}
        maxLength={40}
        onChange={(event) => onChange({ ...lift, facility: event.target.value })}
      />
      <Radio.Group
        value={lift.kind}
        onChange={(event) => onChange({ ...lift, kind: event.target.value as LiftSet['kind'] })}
        options={(['building', 'unit'] as const).map((value) => ({ value, label: words.liftOf[value] }))}
      />
    </div>
  )
}
