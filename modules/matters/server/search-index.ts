import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { statement } from '#kernel/server/database.ts'
import { houseRules } from './house-rules.ts'
import { keepNames } from './search-names.ts'
import { dayMark, momentOf, periodOf } from './search-periods.ts'
import { searchPieces } from './search-words.ts'

/** Kinds of event after which a matter is found by other words or in another place than before. */
const changesWords = new Set([
  'received',
  'joined',
  'replied',
  'subject_changed',
  'erased',
  'split',
  'transferred',
  'decided',
  'regrouped',
])

/** What a matter is found by: the texts that say something of it, and what it is marked with. */
export type Findable = {
  id: string
  number: string
  subject: string
  area_path: number[]
  organisation_id: string | null
  channels: string[]
  texts: string[]
}

const textsOf = statement<Findable>(
  'matters.search-texts',
  `select m.id, m.number, m.subject, m.area_path, m.organisation_id,
     array(
       select distinct r.channel from reports r where r.district_id = m.district_id and r.matter_id = m.id) as channels,
     array(
       select r.words from reports r where r.district_id = m.district_id and r.matter_id = m.id
       union all
       select a.words from report_additions a where a.district_id = m.district_id and a.matter_id = m.id
       union all
       select p.name from areas p where p.district_id = m.district_id and p.id = any (m.area_path || m.place_id)
     ) as texts
   from matters m where m.district_id = $1 and m.id = any ($2)`,
)
const keepDocuments = statement(
  'matters.keep-documents',
  `insert into matter_search (district_id, matter_id, document)
   select $1, id, array_to_tsvector(pieces)
   from jsonb_to_recordset($2::jsonb) as d (id uuid, pieces text[])
   on conflict (district_id, matter_id) do update set document = excluded.document`,
)

/** Keeps found what the changed matters say, where they are and what they are about. */
export async function keepSearchable(
  ctx: Context,
  changes: readonly { matter_id: string; kind: string }[],
): Promise<void> {
  const ids = new Set(changes.filter((each) => changesWords.has(each.kind)).map((each) => each.matter_id))
  if (ids.size === 0) return
  const rows = await ctx.db.rows(textsOf, [ctx.district.id, [...ids]])
  const { subjects } = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  const documents = rows.map((row) => ({
    id: row.id,
    pieces: piecesOf(row, subjects.get(row.subject)?.zh ?? ''),
  }))
  await ctx.db.rows(keepDocuments, [ctx.district.id, JSON.stringify(documents)])
  await keepNames(
    ctx,
    rows.flatMap((row) => row.area_path),
  )
}

/**
 * The pieces of one matter's document: of its texts, its subject's name and its number, and its marks. Each begins with the
 * month the matter came in: what a word is found in is then a short list per month, and the newest is found without the old.
 */
export function piecesOf(row: Findable, subjectName: string): string[] {
  const texts = [...row.texts, subjectName, row.number.replace('-', ' ')].join('\n')
  const received = momentOf(row.id)
  const period = periodOf(received)
  return [...searchPieces(texts), ...marks(row), dayMark(received)].map((piece) => period + piece)
}

/** Where it lies, how it came, and what it is about, as pieces no text can hold: narrowing needs no second index. */
const marks = (row: Findable): string[] => [
  ...row.area_path.map((id) => areaMark(id)),
  subjectMark(row.subject),
  ...row.channels.map((channel) => channelMark(channel)),
  ...(row.organisation_id ? [organisationMark(row.organisation_id)] : []),
]
export const areaMark = (areaId: number): string => `@a${areaId}`
export const subjectMark = (key: string): string => `@s${key}`
export const channelMark = (channel: string): string => `@c${channel}`
export const organisationMark = (id: string): string => `@o${id}`
