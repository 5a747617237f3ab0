import type { ReactNode } from 'react'
import { Icon } from '../icon/icon.tsx'
import './badge.css'

const SHAPE = { quiet: 'wait', going: 'clock', good: 'check', warn: 'warning', late: 'late' } as const

/** A state as a word and a shape; the colour only helps. */
export function Badge({ kind = 'quiet', children }: { kind?: keyof typeof SHAPE; children: ReactNode }) {
  return (
    <span className={`y-badge y-badge--${kind}`}>
      <Icon name={SHAPE[kind]} size={0.95} />
      {children}
    </span>
  )
}
