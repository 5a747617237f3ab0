import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { statement } from '#kernel/server/database.ts'
import { houseRules } from './house-rules.ts'
import { keepNames } from './search-names.ts'
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
  number: string
  subject: string
  area_path: number[]
  organisation_id: string | null
  channels: string[]
  /** The local day of receipt, YYYY-MM-DD. */
  day: string
  texts: string[]
}
type TextRow = Findable & { id: string }

const textsOf = statement<TextRow>(
  'matters.search-texts',
  `select m.id, m.number, m.subject, m.area_path, m.organisation_id,
     to_char(m.received_at at time zone $3, 'YYYY-MM-DD') as day,
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
  const rows = await ctx.db.rows(textsOf, [ctx.district.id, [...ids], ctx.district.timeZone])
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

/** The pieces of one matter's document: of its texts, its subject's name and its number, and its marks. */
export const piecesOf = (row: Findable, subjectName: string): string[] => [
  ...searchPieces([...row.texts, subjectName, row.number.replace('-', ' ')].join('\n')),
  ...marks(row),
]

/** Where it lies, when and how it came, and what it is about, as pieces no text can hold: narrowing needs no second index. */
const marks = (row: Findable): string[] => [
  ...row.area_path.map((id) => areaMark(id)),
  dayMark(row.day),
  monthMark(row.day.slice(0, 7)),
  subjectMark(row.subject),
  ...row.channels.map((channel) => channelMark(channel)),
  ...(row.organisation_id ? [organisationMark(row.organisation_id)] : []),
]
export const areaMark = (areaId: number): string => `@a${areaId}`
/** `day` is YYYY-MM-DD. */
export const dayMark = (day: string): string => `@d${day}`
/** `month` is YYYY-MM. */
export const monthMark = (month: string): string => `@m${month}`
export const subjectMark = (key: string): string => `@s${key}`
export const channelMark = (channel: string): string => `@c${channel}`
export const organisationMark = (id: string): string => `@o${id}`
