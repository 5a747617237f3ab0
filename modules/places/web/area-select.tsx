import { TreeSelect } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import type { Area, AreaKind } from '../contract.ts'
import { areaWords } from './area-words.messages.ts'
import { type AreaBranch, useAreaTree, useLineage } from './use-area-tree.ts'

type Choice = { value: number; title: string; disabled: boolean; isLeaf: boolean; children?: Choice[] }

/** Chooses one area of the own tree; `kinds` greys out what may not be chosen. `id` ties it to its label. */
export function AreaSelect(props: {
  id?: string
  value?: number | undefined
  onChange?: (areaId: number, area: Area) => void
  kinds?: readonly AreaKind[] | undefined
  label?: string
  disabled?: boolean
}) {
  const words = useMessages(areaWords)
  const [opened, setOpened] = useState<readonly number[]>()
  const lineage = useLineage(props.value)
  const own = useAreaTree([])
  const firstOpen = [...new Set([...own.branches.map(({ area }) => area.id), ...lineage])]
  const open = opened ?? firstOpen
  const { tops, branches, again } = useAreaTree(open)
  const known = new Map<number, Area>()
  const choiceOf = ({ area, below, problem }: AreaBranch): Choice => {
    known.set(area.id, area)
    const waiting = {
      value: -area.id,
      title: problem ? words.failed : words.loading,
      disabled: !problem,
      isLeaf: true,
    }
    return {
      value: area.id,
      title: area.name,
      disabled: props.kinds !== undefined && !props.kinds.includes(area.kind),
      isLeaf: area.childCount === 0,
      ...(area.childCount > 0 && { children: below?.map(choiceOf) ?? [waiting] }),
    }
  }
  const treeData = branches.map(choiceOf)
  const choose = (areaId: number): void => {
    const area = known.get(areaId)
    if (area) props.onChange?.(areaId, area)
    else again(-areaId)
  }
  return (
    <TreeSelect<number, Choice>
      {...(props.id && { id: props.id })}
      {...(props.label && { 'aria-label': props.label })}
      {...(props.value !== undefined && known.has(props.value) && { value: props.value })}
      onChange={choose}
      treeData={treeData}
      treeExpandedKeys={[...open]}
      onTreeExpand={(keys) => setOpened(keys.map(Number).filter((key) => key > 0))}
      loading={tops.isPending}
      disabled={props.disabled ?? false}
      placeholder={words.choose}
      popupMatchSelectWidth={320}
      style={{ width: '100%' }}
    />
  )
}
