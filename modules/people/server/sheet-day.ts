const forms = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})(\d{2})(\d{2})$/,
]

/** A day as people write it, as YYYY-MM-DD; undefined for what is no day of the calendar. */
export function dayOfText(text: string): string | undefined {
  for (const form of forms) {
    const found = form.exec(text.normalize('NFKC'))
    if (!found) continue
    const [, year = '', month = '', day = ''] = found
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    const at = new Date(`${iso}T00:00:00Z`)
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : undefined
  }
  return undefined
}
