import { useEffect, useRef, type ReactNode } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import type { Problem } from '#kernel/web/problem.ts'
import { Button } from '../button/button.tsx'
import { Icon } from '../icon/icon.tsx'
import { messages } from '../ui.messages.ts'
import './notice.css'

type Kind = 'info' | 'good' | 'warn' | 'problem'

const ICON = { info: 'other', good: 'check', warn: 'warning', problem: 'late' } as const

/** A word to the person; problems are read out at once. */
export function Notice({ kind = 'info', children }: { kind?: Kind; children: ReactNode }) {
  return (
    <div className={`y-notice y-notice--${kind}`} role={kind === 'problem' ? 'alert' : 'status'}>
      <Icon name={ICON[kind]} />
      <div className="y-notice__text">{children}</div>
    </div>
  )
}

/** What went wrong with a call, with a way to try again where that can help. */
export function ProblemBox({ problem, onRetry }: { problem: Problem | undefined; onRetry?: () => void }) {
  const words = useMessages(messages)
  if (!problem) return null
  return (
    <Notice kind="problem">
      <p>{problem.message}</p>
      {onRetry && <Button onPress={onRetry}>{words.again}</Button>}
    </Notice>
  )
}

/** At the top of a form that was sent with mistakes: takes the focus and names each. */
export function MistakeSummary({ mistakes }: { mistakes: readonly string[] }) {
  const words = useMessages(messages)
  const box = useRef<HTMLDivElement>(null)
  const content = mistakes.join('\n')
  useEffect(() => {
    if (content) box.current?.focus()
  }, [content])
  if (mistakes.length === 0) return null
  return (
    <div ref={box} tabIndex={-1} className="y-mistakes">
      <Notice kind="problem">
        <p>{words.sum(mistakes.length)}</p>
        <ul>
          {mistakes.map((mistake) => (
            <li key={mistake}>{mistake}</li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
