import { App, Button, Segmented, Table } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffPages } from '#kernel/web/react/use-staff-route.ts'
import type { Area, DoorCode } from '../contract.ts'
import { listDoorCodes } from '../web/routes.generated.ts'
import { messages } from './door-codes.messages.ts'
import { MakeDoorCode } from './make-door-code.tsx'
import { MissingCodes } from './missing-codes.tsx'
import { RetireDoorCode } from './retire-door-code.tsx'

type State = 'in_use' | 'retired'

/** The door codes of an area and of all below it: those in use, and those that were taken out of use. */
export function DoorCodeList({ area }: { area: Area }) {
  const words = useMessages(messages)
  const navigate = useNavigate()
  const [state, setState] = useState<State>('in_use')
  const codes = useStaffPages(listDoorCodes, {
    params: { areaId: area.id },
    query: { state, limit: 100 },
  })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const items = codes.data?.pages.flatMap((page) => page.items) ?? []
  const [first] = codes.data?.pages ?? []
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
        <Making area={area} />
        <Button disabled={first?.inUse === 0} onClick={print}>
          {words.print(chosen.length, first?.inUse ?? 0)}
        </Button>
        <span className="p-space" />
        <Segmented<State>
          value={state}
          onChange={(next) => {
            setState(next)
            setChosen([])
          }}
          options={[
            { value: 'in_use', label: words.states.in_use(first?.inUse ?? 0) },
            { value: 'retired', label: words.states.retired(first?.retired ?? 0) },
          ]}
        />
      </div>
      <ProblemNote problem={codes.error} again={() => void codes.refetch()} />
      {codes.data && items.length === 0 && (
        <p>{state === 'retired' ? words.noneRetired : `${words.none}${words.noneNext}`}</p>
      )}
      {(codes.isPending || items.length > 0) && (
        <CodeTable
          items={items}
          state={state}
          isWaiting={codes.isPending}
          chosen={chosen}
          onChosen={setChosen}
        />
      )}
      {codes.hasNextPage && (
        <Button loading={codes.isFetchingNextPage} onClick={() => void codes.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  )
}

function Making({ area }: { area: Area }) {
  const words = useMessages(messages)
  const [making, setMaking] = useState<'one' | 'missing'>()
  const close = (): void => setMaking(undefined)
  return (
    <>
      <Button type="primary" onClick={() => setMaking('one')}>
        {words.make}
      </Button>
      {area.kind !== 'unit' && <Button onClick={() => setMaking('missing')}>{words.makeMissing}</Button>}
      {making === 'one' && <MakeDoorCode area={area} onClose={close} />}
      {making === 'missing' && <MissingCodes area={area} onClose={close} />}
    </>
  )
}

function CodeTable(props: {
  items: readonly DoorCode[]
  state: State
  isWaiting: boolean
  chosen: readonly string[]
  onChosen: (tokens: readonly string[]) => void
}) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [retiring, setRetiring] = useState<DoorCode>()
  const columns = useColumns(props.state, setRetiring)
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
        {...(props.state === 'in_use' && {
          rowSelection: {
            selectedRowKeys: [...props.chosen],
            onChange: (keys: readonly React.Key[]) => props.onChosen(keys.map(String)),
            preserveSelectedRowKeys: true,
          },
        })}
        pagination={false}
      />
      {retiring && <RetireDoorCode code={retiring} onDone={retired} onClose={() => setRetiring(undefined)} />}
    </>
  )
}

function useColumns(state: State, onRetire: (code: DoorCode) => void) {
  const words = useMessages(messages)
  const dates = useDates()
  const day = (at: string) => <span title={dates.whole(at)}>{dates.day(at)}</span>
  const last =
    state === 'retired'
      ? {
          title: words.until,
          key: 'until',
          render: ({ retiredAt }: DoorCode) => retiredAt && day(retiredAt),
        }
      : {
          title: '',
          key: 'retire',
          render: (code: DoorCode) => (
            <Button size="small" danger onClick={() => onRetire(code)}>
              {words.retire}
            </Button>
          ),
        }
  return [
    { title: words.place, key: 'place', render: (code: DoorCode) => code.pathNames.join(' / ') },
    { title: words.facility, key: 'facility', render: (code: DoorCode) => code.facility || words.whole },
    { title: words.since, key: 'since', render: ({ madeAt }: DoorCode) => day(madeAt) },
    {
      title: words.code,
      key: 'code',
      render: (code: DoorCode) => <span className="p-token">{code.token}</span>,
    },
    last,
  ]
}
