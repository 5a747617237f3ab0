import { App, Button, InputNumber } from 'antd'
import { useState } from 'react'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { Can } from '#kernel/web/react/session.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { readDwellings as ReadDwellings } from '../contract.ts'
import { readDwellings, setDwellings } from '../web/routes.generated.ts'
import { messages } from './dwelling-chart.messages.ts'
import './dwelling-chart.css'

type Stair = ReturnsOf<typeof ReadDwellings>['stairs'][number]

/** The stairs of a building with their floors and dwelling codes, the highest floor on top. */
export function DwellingChart({ areaId, on }: { areaId: number; on: string | undefined }) {
  const words = useMessages(messages)
  const found = useStaffRoute(readDwellings, { params: { areaId }, query: { ...(on && { on }) } })
  return (
    <>
      <ProblemNote problem={found.error} again={() => void found.refetch()} />
      <p className="p-hint">{words.what}</p>
      <div className="p-stairs">
        {found.data?.stairs.map((stair) => (
          <StairChart key={stair.areaId} stair={stair} mayEdit={!on} />
        ))}
      </div>
    </>
  )
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')
const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1)

function StairChart({ stair, mayEdit }: { stair: Stair; mayEdit: boolean }) {
  const words = useMessages(messages)
  const [isEditing, setEditing] = useState(false)
  const { name, plan } = stair
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      {plan ? (
        <table>
          <tbody>
            {upTo(plan.floors)
              .toReversed()
              .map((floor) => (
                <tr key={floor}>
                  <th>{words.floor(floor)}</th>
                  {upTo(plan.rooms).map((room) => (
                    <td key={room}>{`${twoDigits(floor)}${twoDigits(room)}`}</td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      ) : (
        <p className="p-hint">{words.unset}</p>
      )}
      {mayEdit && (
        <Can permission="places.edit">
          {isEditing ? (
            <PlanForm stair={stair} onClose={() => setEditing(false)} />
          ) : (
            <Button size="small" onClick={() => setEditing(true)}>
              {plan ? words.change : words.set}
            </Button>
          )}
        </Can>
      )}
    </section>
  )
}

function PlanForm({ stair, onClose }: { stair: Stair; onClose: () => void }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [floors, setFloors] = useState(stair.plan?.floors ?? 6)
  const [rooms, setRooms] = useState(stair.plan?.rooms ?? 2)
  const setting = useStaffAction(setDwellings, { invalidates: ['/areas'] })
  async function save(): Promise<void> {
    if (!(await setting.run({ params: { areaId: stair.areaId }, body: { floors, rooms } }))) return
    void message.success(words.saved)
    onClose()
  }
  const id = `dwellings-${stair.areaId}`
  return (
    <div>
      <ProblemNote problem={setting.problem} />
      <Labelled id={`${id}-floors`} label={words.floors}>
        <InputNumber
          id={`${id}-floors`}
          min={1}
          max={99}
          precision={0}
          value={floors}
          onChange={(value) => setFloors(value ?? 1)}
        />
      </Labelled>
      <Labelled id={`${id}-rooms`} label={words.rooms}>
        <InputNumber
          id={`${id}-rooms`}
          min={1}
          max={30}
          precision={0}
          value={rooms}
          onChange={(value) => setRooms(value ?? 1)}
        />
      </Labelled>
      <Button type="primary" size="small" loading={setting.busy} onClick={() => void save()}>
        {words.save}
      </Button>{' '}
      <Button size="small" onClick={onClose}>
        {words.cancel}
      </Button>
    </div>
  )
}
