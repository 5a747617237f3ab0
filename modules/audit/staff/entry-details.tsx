import { useMessages } from '#kernel/web/messages.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { roleWords } from '#modules/people/web/door.ts'
import type { AuditEntry } from '../contract.ts'
import { actionWord } from '../words/action-words.ts'
import { messages } from './audit.messages.ts'
import { type DetailLine, detailLines } from './detail-lines.ts'
import { fieldWords, valueWords } from './detail-words.messages.ts'

// Fields that hold the number of an area; other numbers are only numbers.
const areaFields = new Set(['areaId', 'parentId', 'gridId', 'communityId'])

/** What is called how, of all that was read so far. */
export type Called = ReadonlyMap<string, string>

/** The details of an entry in words, for the row and for its unfolded part. */
export function useDetailLines(called: Called): (entry: AuditEntry) => DetailLine[] {
  const words = useMessages(messages)
  const fields = useMessages(fieldWords)
  const values = useMessages(valueWords)
  const roles: Record<string, string> = useMessages(roleWords)
  const language = useLanguage()
  const value = (given: unknown, field: string): string => {
    if (given === null || given === undefined || given === '') return words.empty
    if (typeof given === 'boolean') return given ? words.yes : words.no
    const text = typeof given === 'string' ? given : JSON.stringify(given)
    if (field === 'actions') return actionWord(text, language)
    const area = typeof given === 'number' && areaFields.has(field) ? called.get(`area:${given}`) : undefined
    return area ?? called.get(text) ?? roles[text] ?? values[text] ?? text
  }
  return ({ details }) => detailLines(details, { field: (name) => fields[name] ?? name, value })
}

export function EntryDetails({ entry, called }: { entry: AuditEntry; called: Called }) {
  const words = useMessages(messages)
  const lines = useDetailLines(called)(entry)
  return (
    <dl className="au-details">
      {lines.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      <div>
        <dt>{words.code}</dt>
        <dd>{entry.action}</dd>
      </div>
      <div>
        <dt>{words.request}</dt>
        <dd>{entry.requestId || '—'}</dd>
      </div>
    </dl>
  )
}
