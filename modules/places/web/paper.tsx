import type { ReactNode } from 'react'
import './paper.css'

/** One A4 sheet, black on white, on screen as it will come out of the printer. */
export function Paper({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <section className={`p-paper ${className}`}>{children}</section>
}

/** The bar above the sheets, which is not printed. */
export function ScreenOnly({ children }: { children: ReactNode }) {
  return <div className="p-screen-only">{children}</div>
}
