import type { BodyOf, ReturnsOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { mostWorkbookRows, sheetMediaTypes, sheetStream } from '#kernel/server/sheet-stream.ts'
import type * as contract from '../contract.ts'
import type { ListColumn, MatterSummary } from '../contract.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { sheetWords } from '../words/sheet-words.ts'
import { listMatters } from './list-matters.ts'

const portion = 500

type Asked = BodyOf<typeof contract.exportMatters>

/**
 * The list of the screen as a sheet: read by the same query page after page while it is sent, so that neither the order nor
 * what may be seen can differ, and however long it is only one page is held.
 */
export async function exportMatters(
  ctx: Context,
  asked: Asked,
): Promise<ReturnsOf<typeof contract.exportMatters>> {
  const { columns: _columns, as, ...filter } = asked
  const { language } = ctx.caller
  // Read before anything is sent: what is wrong with the filter can still be said.
  const first = await listMatters(ctx, { ...filter, limit: portion })
  const day = dayIn(ctx.district.timeZone, ctx.now)
  return {
    fileName: `${sheetWords[language].fileName(ctx.district.name, day)}.${as}`,
    mediaType: sheetMediaTypes[as],
    chunks: sheetStream(as, rowsOf(ctx, asked, first)),
  }
}

type Page = Awaited<ReturnType<typeof listMatters>>

async function* rowsOf(ctx: Context, { columns, as, ...filter }: Asked, first: Page) {
  const words = sheetWords[ctx.caller.language]
  const most = as === 'xlsx' ? mostWorkbookRows - 1 : Number.POSITIVE_INFINITY
  yield columns.flatMap((column) => words.columns(column))
  let [page, sent] = [first, 0]
  for (;;) {
    for (const matter of page.items.slice(0, most - sent)) {
      yield columns.flatMap((column) => cellsOf(ctx, matter)[column]())
    }
    sent += Math.min(page.items.length, most - sent)
    if (page.next === undefined || sent >= most) break
    page = await listMatters(ctx, { ...filter, after: page.next, limit: portion })
  }
  ctx.audit('matters.exported', String(filter.area ?? ctx.district.id), {
    ...filter,
    columns,
    as,
    matters: sent,
  })
}

type Cells = readonly (string | number)[]

/** A column shows what the row of the screen shows, times in full. */
function cellsOf(ctx: Context, matter: MatterSummary): Record<ListColumn, () => Cells> {
  const { language } = ctx.caller
  const [words, known] = [sheetWords[language], matterWords[language]]
  return {
    left: () => [momentIn(ctx, matter.dueAt), timeWord(matter, language)],
    subject: () => [matter.subject[language], matter.words],
    place: () => [matter.placeNames.join(' ')],
    community: () => [matter.placeNames[0] ?? ''],
    holder: () => [matter.handler?.name ?? words.nobody],
    level: () => [known.level[matter.level]],
    organisation: () => [matter.organisationName ?? matter.areaName],
    status: () => [known.status[matter.status]],
    channel: () => [known.channel[matter.channel]],
    received: () => [momentIn(ctx, matter.receivedAt)],
    reports: () => [matter.reportCount],
    urged: () => [matter.urged],
    satisfaction: () => [matter.satisfaction ? (known.rating[matter.satisfaction - 1] ?? '') : ''],
    number: () => [matter.number],
  }
}

function timeWord(matter: MatterSummary, language: 'zh' | 'en'): string {
  const words = sheetWords[language]
  if (matter.isPaused) return matterWords[language].paused
  if (matter.isOverdue) return words.overdue
  if (matter.isDueSoon) return words.dueSoon
  return ['received', 'accepted', 'in_progress'].includes(matter.status) ? words.within : words.over
}

/** 2026-11-25 18:00 in the district. */
const momentIn = (ctx: Context, at: string): string =>
  new Date(at).toLocaleString('sv-SE', { timeZone: ctx.district.timeZone }).slice(0, 16)
