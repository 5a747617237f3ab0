import type { ReactNode } from 'react'
import { useDates } from '#kernel/web/dates.ts'
import { Icon } from '../icon/icon.tsx'
import './timeline.css'

export type TimelineItem = {
  readonly id: string
  /** Absent for what is still to come. */
  readonly at?: string | undefined
  /** A whole sentence: who did what. */
  readonly text: ReactNode
  readonly state: 'done' | 'now' | 'later'
  /** Photos, a reason. */
  readonly more?: ReactNode
}

const MARK = { done: 'check', now: 'clock', later: 'wait' } as const

/** A vertical line of dated sentences, oldest first. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  const dates = useDates()
  return (
    <ol className="y-timeline">
      {items.map(({ id, at, text, state, more }) => (
        <li
          key={id}
          className={`y-timeline__item y-timeline__item--${state}`}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <span className="y-timeline__mark">
            <Icon name={MARK[state]} size={0.75} />
          </span>
          <p className="y-timeline__text">{text}</p>
          {at && (
            <time className="y-timeline__at" dateTime={at} title={dates.whole(at)}>
              {dates.moment(at)}
            </time>
          )}
          {more && <div className="y-timeline__more">{more}</div>}
        </li>
      ))}
    </ol>
  )
}
