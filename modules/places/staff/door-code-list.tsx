import { App, Button, Table } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Area, DoorCode } from '../contract.ts'
import { listDoorCodes } from '../web/routes.generated.ts'
import { messages } from './door-codes.messages.ts'
import { MakeDoorCode } from './make-door-code.tsx'
import { RetireDoorCode } from './retire-door-code.tsx'

/** As many as the server lists for one area. */
const listedAtMost = 2000

/** The door codes of an area and of all below it. */
export function DoorCodeList({ area }: { area: Area }) {
  const words = useMessages(messages)
  const navigate = useNavigate()
  const codes = useStaffRoute(listDoorCodes, { params: { areaId: area.id } })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [isMaking, setMaking] = useState(false)
  const items = codes.data?.items ?? []
  const print = (): void =>
    void navigate({
      to: '/areas/$areaId/posters',
      params: { areaId: String(area.id) },
      search: () => ({ area: String(area.id), ...(chosen.length > 0 && { codes: chosen.join('.') }) }),
    })
  return (
    <>
      <p className="p-hint">{words.what}</p>
      <div className="p-bar" style={{ marginTop: 8 }}>
        <Button type="primary" onClick={() => setMaking(true)}>
          {words.make}
        </Button>
        <Button disabled={items.length === 0} onClick={print}>
          {words.print(chosen.length)}
        </Button>
      </div>
      <ProblemNote problem={codes.error} again={() => void codes.refetch()} />
      {codes.data && items.length === 0 && (
        <p>
          {words.none}
          {words.noneNext}
        </p>
      )}
      {items.length >= listedAtMost && <p className="p-hint">{words.limited(listedAtMost)}</p>}
      {(codes.isPending || items.length > 0) && (
        <CodeTable items={items} isWaiting={codes.isPending} chosen={chosen} onChosen={setChosen} />
      )}
      {isMaking && <MakeDoorCode area={area} onClose={() => setMaking(false)} />}
    </>
  )
}

function CodeTable(props: {
  items: readonly DoorCode[]
  isWaiting: boolean
  chosen: readonly string[]
  onChosen: (tokens: readonly string[]) => void
}) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [retiring, setRetiring] = useState<DoorCode>()
  const columns = useColumns(setRetiring)
  const retired = (): void => {
    props.onChosen(props.chosen.filter((token) => token !== retiring?.token))
    setRetiring(undefined)
    void message.success(words.retired)
  }
  return (
    <>
      <Table<DoorCode>
        size="small"
        rowKey="token"
        loading={props.isWaiting}
        dataSource={props.items}
        columns={columns}
        rowSelection={{
          selectedRowKeys: [...props.chosen],
          onChange: (keys) => props.onChosen(keys.map(String)),
          preserveSelectedRowKeys: true,
        }}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      />
      {retiring && <RetireDoorCode code={retiring} onDone={retired} onClose={() => setRetiring(undefined)} />}
    </>
  )
}

function useColumns(onRetire: (code: DoorCode) => void) {
  const words = useMessages(messages)
  const dates = useDates()
  return [
    { title: words.place, key: 'place', render: (code: DoorCode) => code.pathNames.join(' / ') },
    { title: words.facility, key: 'facility', render: (code: DoorCode) => code.facility || words.whole },
    {
      title: words.since,
      key: 'since',
      render: ({ madeAt }: DoorCode) => <span title={dates.whole(madeAt)}>{dates.day(madeAt)}</span>,
    },
    {
      title: words.code,
      key: 'code',
      render: (code: DoorCode) => <span className="p-token">{code.token}</span>,
    },
    {
      title: '',
      key: 'retire',
      render: (code: DoorCode) => (
        <Button size="small" danger onClick={() => onRetire(code)}>
          {words.retire}
        </Button>
      ),
    },
  ]
}
