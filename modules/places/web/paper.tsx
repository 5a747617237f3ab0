import type { ReactNode } from 'react'
import './paper.css'

/** One A4 sheet, black on white, on screen as it will come out of the printer. */
export function Paper({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <section className={`p-paper ${className}`}>{children}</section>
}

/** Only while sheets are shown: other pages keep the margins of the printer. */
const wholeSheet = '@page { size: A4; margin: 0 }'

/** What stands above the sheets and is not printed. */
export function ScreenOnly({ children }: { children: ReactNode }) {
  return (
    <div className="p-screen-only">
      <style>{wholeSheet}</style>
      {children}
    </div>
  )
}
