import { memo } from 'react'
import type { PosterWords } from '../contract.ts'
import { Paper } from '../web/paper.tsx'
import { Poster, Sticker } from './poster.tsx'
import type { Sheet } from './use-posters.ts'

/** How many on one A4 sheet. */
export const layouts = [1, 2, 4, 8] as const
export type Layout = (typeof layouts)[number]

/** Columns and rows. */
const cells: Record<Layout, readonly [columns: number, rows: number]> = {
  1: [1, 1],
  2: [1, 2],
  4: [2, 2],
  8: [2, 4],
}

/** In groups of so many, the last one with what is left. */
export const pagesOf = (sheets: readonly Sheet[], layout: Layout): Sheet[][] =>
  Array.from({ length: Math.ceil(sheets.length / layout) }, (_, page) =>
    sheets.slice(page * layout, (page + 1) * layout),
  )

type Props = {
  sheets: readonly Sheet[]
  layout: Layout
  words: PosterWords
  districtName: string
  sign?: string | undefined
}

/** One A4 sheet of posters or stickers with marks to cut along. Drawn anew only when what is on it changes. */
export const PosterSheet = memo(
  ({ sheets, layout, words, districtName, sign }: Props) => (
    <Paper className={`p-sheet p-sheet-${layout}`}>
      {sheets.map((sheet) => (
        <div className="p-cell" key={sheet.code.token}>
          {layout === 8 ? (
            <Sticker sheet={sheet} words={words} districtName={districtName} />
          ) : (
            <Poster sheet={sheet} words={words} districtName={districtName} sign={sign} />
          )}
        </div>
      ))}
      {layout > 1 && <CutMarks layout={layout} />}
    </Paper>
  ),
  (before, after) =>
    before.layout === after.layout &&
    before.words === after.words &&
    before.sheets.length === after.sheets.length &&
    before.sheets.every(({ code, worker }, index) => {
      const other = after.sheets[index]
      return (
        code === other?.code &&
        worker?.name === other.worker?.name &&
        worker?.workPhone === other?.worker?.workPhone
      )
    }),
)

const width = 210
const height = 297
/** Half of a cross, and what a printer leaves white at the edge, in millimetres. */
const arm = 4
const edge = 8

/** Short lines where the cuts begin, end and cross, so that nothing is printed along the cut itself. */
function CutMarks({ layout }: { layout: Layout }) {
  const [columns, rows] = cells[layout]
  const between = (count: number, length: number): number[] =>
    Array.from({ length: count - 1 }, (_, index) => ((index + 1) * length) / count)
  const across = between(rows, height)
  const down = between(columns, width)
  const marks = [
    ...across.flatMap((y) => [`M0 ${y}H${edge}`, `M${width - edge} ${y}H${width}`]),
    ...down.flatMap((x) => [`M${x} 0V${edge}`, `M${x} ${height - edge}V${height}`]),
    ...across.flatMap((y) => down.map((x) => `M${x - arm} ${y}H${x + arm}M${x} ${y - arm}V${y + arm}`)),
  ]
  return (
    <svg className="p-cuts" viewBox={`0 0 ${width} ${height}`} aria-hidden>
      <path d={marks.join('')} />
    </svg>
  )
}
