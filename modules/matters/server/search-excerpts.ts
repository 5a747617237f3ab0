import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import type { MatterSummary } from '../contract.ts'

const listSaid = statement<{ matter_id: string; words: string }>(
  'matters.list-said',
  `select matter_id, words from (
     select matter_id, words, received_at as at from reports where district_id = $1 and matter_id = any ($2)
     union all
     select matter_id, words, at from report_additions where district_id = $1 and matter_id = any ($2)) as said
   order by at`,
)

const around = { before: 16, after: 70 }

/**
 * Where the row itself does not show what was looked for: the passage of what somebody said that does. `highlights` are the
 * words as typed and their pieces, the longest first.
 */
export async function excerptsOf(
  ctx: Context,
  items: readonly MatterSummary[],
  highlights: readonly string[],
): Promise<Map<string, string>> {
  const hidden = items.filter((item) => placeIn(shownOf(item), highlights) === undefined)
  if (hidden.length === 0) return new Map()
  const said = await ctx.db.rows(listSaid, [ctx.district.id, hidden.map(({ id }) => id)])
  const excerpts = new Map<string, string>()
  for (const { matter_id, words } of said) {
    const at = excerpts.has(matter_id) ? undefined : placeIn(words, highlights)
    if (at !== undefined) excerpts.set(matter_id, cut(words, at))
  }
  return excerpts
}

const shownOf = ({ words, subject, placeNames }: MatterSummary): string =>
  [words, subject.zh, ...placeNames].join('\n')

function placeIn(text: string, highlights: readonly string[]): number | undefined {
  const plain = text.toLowerCase()
  for (const each of highlights) {
    const at = plain.indexOf(each)
    if (at >= 0) return at
  }
  return undefined
}

function cut(words: string, at: number): string {
  const from = Math.max(0, at - around.before)
  const until = Math.min(words.length, at + around.after)
  const text = words.slice(from, until).replaceAll(/\s+/g, ' ')
  return `${from > 0 ? '…' : ''}${text}${until < words.length ? '…' : ''}`
}
