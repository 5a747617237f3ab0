import type { ReactNode } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import type { RouteState } from '#kernel/web/use-route.ts'
import { ProblemBox } from '../notice/notice.tsx'
import { messages } from '../ui.messages.ts'
import './loaded.css'

/** The grey shape of what is coming. */
export function Waiting({ lines = 3 }: { lines?: number }) {
  const words = useMessages(messages)
  return (
    <div className="y-waiting" role="status">
      <span className="y-unseen">{words.loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div className="y-waiting__line" key={index} />
      ))}
    </div>
  )
}

/** Nothing here: say so and what to do next. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className="y-empty">{children}</div>
}

type Props<Data> = {
  from: RouteState<Data>
  /** Shown when `isEmpty` says so. */
  empty?: ReactNode
  isEmpty?: (data: Data) => boolean
  lines?: number
  children: (data: Data) => ReactNode
}

/** One of four: waiting, failing with a way out, empty, or the content (kept while it is asked again). */
export function Loaded<Data>({ from, empty, isEmpty, lines = 3, children }: Props<Data>) {
  const { data, problem, reload } = from
  if (data === undefined) {
    return problem ? <ProblemBox problem={problem} onRetry={reload} /> : <Waiting lines={lines} />
  }
  return (
    <>
      {problem && <ProblemBox problem={problem} onRetry={reload} />}
      {isEmpty?.(data) ? <Empty>{empty}</Empty> : children(data)}
    </>
  )
}
