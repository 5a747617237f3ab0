import type { Streamed } from '#kernel/contract/fields.ts'
import type { QueryOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { type SheetCell, sheetMediaTypes, writeSheet } from '#kernel/server/write-sheet.ts'
import { declared } from '#modules/indicators/server/door.ts'
import type { Indicator, Value } from '#modules/indicators/contract.ts'
import type * as contract from '../contract.ts'
import type { Overview } from '../contract.ts'
import { columnKeys, readOverview } from './read-overview.ts'

const titles = {
  zh: { area: '区域', direct: '（本级直接办理）', whole: '合计', of: '分母', beyond: '不含超出职责的' },
  en: {
    area: 'Area',
    direct: '(with the area itself)',
    whole: 'Total',
    of: 'of',
    beyond: 'without what lies beyond',
  },
}

/** The table of the areas as a file: each rate with what it is of, so that it can be added up again. */
export async function overviewSheet(
  ctx: Context,
  query: QueryOf<typeof contract.readOverviewSheet>,
): Promise<Streamed> {
  const { as = 'csv', ...asked } = query
  const overview = await readOverview(ctx, asked)
  const { language } = ctx.caller
  const words = titles[language]
  const columns = columnKeys.flatMap((key) => declared.find((each) => each.key === key) ?? [])
  const head: SheetCell[] = [
    words.area,
    ...columns.flatMap((each) =>
      isPair(each) ? [each.name[language], `${each.name[language]}（${words.of}）`] : [each.name[language]],
    ),
  ]
  const line = (name: string, values: Overview['now']): SheetCell[] => [
    name,
    ...columns.flatMap((each) => cellsOf(each, values[each.key])),
  ]
  const lines = [
    head,
    ...overview.rows.map(({ name, values }) => line(name, values)),
    ...(overview.direct ? [line(words.direct, overview.direct)] : []),
    line(`${overview.areaName} ${words.whole}`, overview.now),
  ]
  const bytes = await writeSheet(lines, as)
  const days = `${overview.period.from}_${overview.period.to}`
  const note = query.withoutBeyond ? `_${words.beyond}` : ''
  return {
    fileName: `${overview.areaName}_${days}${note}.${as}`,
    mediaType: sheetMediaTypes[as],
    chunks: oneChunk(bytes),
  }
}

async function* oneChunk(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

const isPair = ({ unit }: Pick<Indicator, 'unit'>): boolean => unit === 'share'

function cellsOf({ unit }: Pick<Indicator, 'unit'>, value: Value | undefined): SheetCell[] {
  if (unit === 'share') {
    const share = value?.value === undefined ? undefined : { value: value.value, format: '0.0%' }
    return [share, value ? { value: value.denominator ?? 0 } : undefined]
  }
  if (value?.value === undefined) return [undefined]
  return unit === 'hours'
    ? [{ value: Math.round(value.value * 10) / 10, format: '0.0' }]
    : [{ value: value.value }]
}
