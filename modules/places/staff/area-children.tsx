import { Button, Table } from 'antd'
import { useLanguage } from '#kernel/web/language.ts'
import { formatDay } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Area } from '../contract.ts'
import { areaWords } from '../web/area-words.messages.ts'
import { listAreas } from '../web/routes.generated.ts'
import { messages } from './areas.messages.ts'

/** What lies directly below an area, today or on a day. */
export function AreaChildren(props: {
  areaId: number
  on: string | undefined
  onChoose: (areaId: number) => void
}) {
  const words = useMessages(messages)
  const below = useStaffRoute(listAreas, {
    query: { parent: props.areaId, ...(props.on && { on: props.on }) },
  })
  const columns = useColumns(props.onChoose)
  if (below.error) return <ProblemNote problem={below.error} again={() => void below.refetch()} />
  if (below.data?.items.length === 0) {
    return (
      <p className="p-hint">
        {words.noneBelow}
        {!props.on && words.noneBelowNext}
      </p>
    )
  }
  return (
    <Table<Area>
      size="small"
      rowKey="id"
      loading={below.isPending}
      dataSource={below.data?.items ?? []}
      columns={columns}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ x: 'max-content' }}
    />
  )
}

function useColumns(onChoose: (areaId: number) => void) {
  const words = useMessages(messages)
  const terms = useMessages(areaWords)
  const language = useLanguage()
  return [
    {
      title: words.name,
      key: 'name',
      render: (area: Area) => (
        <Button type="link" size="small" style={{ paddingInline: 0 }} onClick={() => onChoose(area.id)}>
          {area.name}
        </Button>
      ),
    },
    { title: words.facts.kind, key: 'kind', render: (area: Area) => terms.kinds[area.kind] },
    { title: words.facts.code, key: 'code', render: (area: Area) => area.code ?? '—' },
    {
      title: words.facts.type,
      key: 'type',
      render: ({ communityType, gridKind }: Area) =>
        (communityType && terms.communityTypes[communityType]) ??
        (gridKind && terms.gridKinds[gridKind]) ??
        '—',
    },
    {
      title: words.facts.below,
      key: 'below',
      align: 'right' as const,
      render: (area: Area) => area.childCount,
    },
    {
      title: words.facts.since,
      key: 'since',
      align: 'right' as const,
      render: (area: Area) => formatDay(area.validFrom, language),
    },
  ]
}
