import { useMemo } from 'react'

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Finds any of the words, the longest first; undefined where there is nothing to find. */
export function useMarks(marks: readonly string[] | undefined): RegExp | undefined {
  const text = marks?.join('\n') ?? ''
  return useMemo(
    () => (text ? new RegExp(`(${text.split('\n').map(escaped).join('|')})`, 'gi') : undefined),
    [text],
  )
}

/** A text with what was looked for marked in it. */
export function Marked({ text, marks }: { text: string; marks: RegExp | undefined }) {
  if (!marks) return text
  // Every second part is what the bracket of the expression caught; equal parts are told apart by their place only.
  return text.split(marks).map((part, index) => {
    const key = `${index} ${part}`
    return index % 2 === 1 ? <mark key={key}>{part}</mark> : part
  })
}
