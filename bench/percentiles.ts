/** The value below which the share `p` (0 to 1) of the values lies; 0 of none. Does not change `values`. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = Float64Array.from(values).sort()
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))
  return Math.round((sorted[at] ?? 0) * 100) / 100
}

export const spread = (values: readonly number[]) => ({
  p50_ms: percentile(values, 0.5),
  p95_ms: percentile(values, 0.95),
  p99_ms: percentile(values, 0.99),
})

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits))

/** Rows as text, columns in line. The first column to the left, figures to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const all = [head, ...rows.map((row) => row.map(String))]
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  return all.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  )
}
