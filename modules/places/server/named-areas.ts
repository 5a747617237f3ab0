import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import type { AreaKind } from '../contract.ts'

export type NamedArea = { id: number; kind: AreaKind; name: string; code: string | null; names: string[] }

/** An area a sheet names, or why it cannot be told (in both languages). */
export type FoundArea = { area: NamedArea } | { wrong: string }

const listNamed = statement<NamedArea>(
  'places.list-named',
  `select a.id, a.kind, a.name, a.code,
     (select array_agg(p.name order by array_position(a.path, p.id)) from areas p
      where p.district_id = a.district_id and p.id = any (a.path)) as names
   from areas a
   where a.district_id = $1 and a.valid_to is null and (a.code = any ($2) or a.name = any ($3))`,
)

const isCode = (words: string): boolean => /^\d{12}(\d{3})?$/.test(words)
const partsOf = (words: string): string[] =>
  words
    .normalize('NFKC')
    .split(/\s*[/>\\]\s*/)
    .map((part) => part.trim())
    .filter(Boolean)

/**
 * Finds areas as people write them: the 12-digit code (15 of a grid), or names from wide to fine such as 滨溪社区/滨河花园/3号楼.
 * Levels may be left out as long as only one area fits. Asks the database once for all of them.
 */
export async function findNamedAreas(
  ctx: Context,
  asked: readonly string[],
): Promise<(words: string) => FoundArea> {
  const distinct = [...new Set(asked.filter(Boolean))]
  const codes = distinct.filter(isCode)
  const lastNames = distinct.filter((words) => !isCode(words)).map((words) => partsOf(words).at(-1) ?? '')
  const rows = await ctx.db.rows(listNamed, [ctx.district.id, codes, [...new Set(lastNames)]])
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const byName = Map.groupBy(rows, (row) => row.name)
  const found = new Map(
    distinct.map((words): [string, FoundArea] => {
      if (!isCode(words)) return [words, oneOf(words, byName.get(partsOf(words).at(-1) ?? '') ?? [])]
      const area = byCode.get(words)
      return [words, area ? { area } : { wrong: `没有这个区域代码：${words} / no area has this code` }]
    }),
  )
  return (words) => found.get(words) ?? { wrong: '没写所在区域 / the area is missing' }
}

function oneOf(words: string, candidates: readonly NamedArea[]): FoundArea {
  const parts = partsOf(words)
  const fitting = candidates.filter((area) => isWithin(parts, area.names))
  // Written out in full wins over the same names with levels left out.
  const exact = fitting.filter((area) => area.names.slice(-parts.length).join('/') === parts.join('/'))
  const [only, other] = exact.length > 0 ? exact : fitting
  if (!only) return { wrong: `没有这个区域：${words} / no such area` }
  if (!other) return { area: only }
  const examples = `${only.names.slice(1).join('/')}、${other.names.slice(1).join('/')}`
  return {
    wrong: `“${words}”不止一处（${examples}），请把上级写全 / more than one area fits, write out those above it`,
  }
}

/** Whether the parts occur in the path in their order, the last one being the area itself. */
function isWithin(parts: readonly string[], names: readonly string[]): boolean {
  let at = 0
  for (const name of names.slice(0, -1)) if (at < parts.length - 1 && name === parts[at]) at += 1
  return at === parts.length - 1
}
