import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { classNames } from '../class-names.ts'
import './card.css'

/** A thing of its own on the page; with `to` the whole card opens it. `late` adds an edge to the badge inside. */
export function Card({ to, late, children }: { to?: string; late?: boolean; children: ReactNode }) {
  const look = classNames('y-card', late && 'y-card--late')
  if (!to) return <article className={look}>{children}</article>
  return (
    <Link className={look} href={to}>
      {children}
    </Link>
  )
}
