import { Button, Spin, Tree } from 'antd'
import { useEffect, useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { areaWords } from '../web/area-words.messages.ts'
import { type AreaBranch, useAreaTree } from '../web/use-area-tree.ts'
import { messages } from './areas.messages.ts'

type Node = { key: number; title: React.ReactNode; isLeaf: boolean; selectable: boolean; children?: Node[] }

/** The tree at the left; what is open below is asked for when it is opened. */
export function AreaTree(props: {
  on: string | undefined
  chosen: number | undefined
  open: readonly number[]
  onOpen: (open: readonly number[]) => void
  onChoose: (areaId: number) => void
}) {
  const words = useMessages(messages)
  const { tops, branches, again } = useAreaTree(props.open, props.on)
  const { setFrame, height } = useRoom()
  if (tops.isPending) return <Spin description={words.treeWaiting} style={{ margin: 24 }} />
  if (tops.error) return <ProblemNote problem={tops.error} again={() => void tops.refetch()} />
  if (branches.length === 0) return <p className="p-hint">{words.treeEmpty}</p>
  return (
    <div ref={setFrame} className="p-tree">
      <Tree<Node>
        aria-label={words.tree}
        blockNode
        height={height}
        treeData={branches.map((branch) => nodeOf(branch, again))}
        expandedKeys={[...props.open]}
        onExpand={(keys) => props.onOpen(keys.map(Number))}
        selectedKeys={props.chosen === undefined ? [] : [props.chosen]}
        onSelect={(_, { node }) => props.onChoose(node.key)}
      />
    </div>
  )
}

/** How high the frame is, since a long tree draws only the rows in sight. */
function useRoom() {
  const [frame, setFrame] = useState<HTMLDivElement | null>(null)
  const [height, setHeight] = useState(480)
  useEffect(() => {
    if (!frame) return
    const watcher = new ResizeObserver(
      ([entry]) => entry && setHeight(Math.max(200, entry.contentRect.height)),
    )
    watcher.observe(frame)
    return () => watcher.disconnect()
  }, [frame])
  return { setFrame, height }
}

function nodeOf(branch: AreaBranch, again: (areaId: number) => void): Node {
  const { area, below, problem } = branch
  const waiting = { key: -area.id, title: <Waiting {...(problem && { again: () => again(area.id) })} /> }
  return {
    key: area.id,
    title: <Title name={area.name} count={area.childCount} />,
    isLeaf: area.childCount === 0,
    selectable: true,
    ...(area.childCount > 0 && {
      children: below?.map((each) => nodeOf(each, again)) ?? [
        { ...waiting, isLeaf: true, selectable: false },
      ],
    }),
  }
}

function Title({ name, count }: { name: string; count: number }) {
  const words = useMessages(areaWords)
  return (
    <span className="p-tree-line" title={name}>
      <span>{name}</span>
      {count > 0 && (
        <span className="p-count" title={words.below(count)}>
          {count}
        </span>
      )}
    </span>
  )
}

function Waiting({ again }: { again?: () => void }) {
  const words = useMessages(areaWords)
  if (!again) return <span className="p-hint">{words.loading}</span>
  return (
    <Button size="small" type="link" onClick={again}>
      {words.failed}
    </Button>
  )
}
