import { TreeSelect } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import type { Area, AreaKind } from '../contract.ts'
import { areaWords } from './area-words.messages.ts'
import { type AreaBranch, useAreaTree, useAreasAbove } from './use-area-tree.ts'

type Choice = { value: number; title: string; disabled: boolean; isLeaf: boolean; children?: Choice[] }

type Props = {
  id?: string
  value?: number | undefined
  onChange?: (areaId: number, area: Area) => void
  kinds?: readonly AreaKind[] | undefined
}

/** The own tree as choices, and the areas behind them by their number. A negative number stands for one not yet come. */
function useChoices({ value, kinds }: Props) {
  const words = useMessages(areaWords)
  const [opened, setOpened] = useState<readonly number[]>()
  const lineage = useAreasAbove(value)
  const own = useAreaTree([])
  const firstOpen = [...own.branches.map(({ area }) => area.id), ...lineage, ...(value ? [value] : [])]
  const open = opened ?? [...new Set(firstOpen)]
  const { tops, branches, again } = useAreaTree(open)
  const known = new Map<number, Area>()
  const choiceOf = ({ area, below, problem }: AreaBranch): Choice => {
    known.set(area.id, area)
    const title = problem ? words.failed : words.loading
    const waiting = { value: -area.id, title, disabled: !problem, isLeaf: true }
    return {
      value: area.id,
      title: area.name,
      disabled: kinds !== undefined && !kinds.includes(area.kind),
      isLeaf: area.childCount === 0,
      ...(area.childCount > 0 && { children: below?.map(choiceOf) ?? [waiting] }),
    }
  }
  const treeData = branches.map(choiceOf)
  return { treeData, known, again, open, setOpened, isWaiting: tops.isPending }
}

/** Chooses one area of the own tree; `kinds` greys out what may not be chosen. `id` ties it to its label. */
export function AreaSelect(props: Props) {
  const words = useMessages(areaWords)
  const { treeData, known, again, open, setOpened, isWaiting } = useChoices(props)
  const choose = (areaId: number): void => {
    const area = known.get(areaId)
    if (area) props.onChange?.(areaId, area)
    else again(-areaId)
  }
  return (
    <TreeSelect<number, Choice>
      {...(props.id && { id: props.id })}
      {...(props.value !== undefined && known.has(props.value) && { value: props.value })}
      onChange={choose}
      treeData={treeData}
      treeExpandedKeys={[...open]}
      onTreeExpand={(keys) => setOpened(keys.map(Number).filter((key) => key > 0))}
      loading={isWaiting}
      placeholder={words.choose}
      popupMatchSelectWidth={320}
      style={{ width: '100%' }}
    />
  )
}
