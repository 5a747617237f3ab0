export type CsvValue = string | number | boolean | null | undefined

/** What Excel needs to take the file for UTF-8; once, at the beginning. */
export const csvMark = '\uFEFF'

/** One line with its end. Text that a spreadsheet would run as a formula gets a quote before it; numbers stay numbers. */
export const csvLine = (cells: readonly CsvValue[]): string => `${cells.map(cell).join(',')}\r\n`

function cell(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const text = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
