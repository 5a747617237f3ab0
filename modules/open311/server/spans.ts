import type { ProblemKind } from '#kernel/contract/problem.ts'
import { dateWrong, pageWrong, spanTooLong } from '../contract.ts'
import { one, type Sent } from './parameters.ts'

export type Span = { from: Date; until: Date }

const longestMs = 90 * 24 * 3600_000
const written = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i

/** The W3C's subset of ISO 8601 with a time zone. A plus sign that was not encoded arrives as a space. */
export function momentIn(text: string): Date | undefined {
  const plain = text.replace(/ (\d{2}:\d{2})$/, '+$1')
  const moment = new Date(plain)
  return written.test(plain) && !Number.isNaN(moment.getTime()) ? moment : undefined
}

/**
 * The span that two parameters say: at most 90 days, and 90 days on from one of them where the other is missing; nothing when
 * neither was sent. What is wrong is added to `problems`.
 */
export function spanOf(
  sent: Sent,
  [start, end]: readonly [string, string],
  problems: ProblemKind[],
): Span | undefined {
  const said = [one(sent, start), one(sent, end)] as const
  if (said[0] === undefined && said[1] === undefined) return undefined
  const [from, until] = said.map((text) => (text === undefined ? undefined : momentIn(text)))
  if ((said[0] && !from) || (said[1] && !until)) {
    problems.push(dateWrong)
    return undefined
  }
  const span = {
    from: from ?? new Date((until ?? new Date(0)).getTime() - longestMs),
    until: until ?? new Date((from ?? new Date(0)).getTime() + longestMs),
  }
  const length = span.until.getTime() - span.from.getTime()
  if (length < 0 || length > longestMs) problems.push(spanTooLong)
  return span
}

/** The last 90 days. */
export const lately = (now: Date): Span => ({ from: new Date(now.getTime() - longestMs), until: now })

export type Page = { limit: number; offset: number }

const mostAtOnce = 1000
const usualPage = 100

/** `page` begins with 1. Without paging the first thousand. */
export function pageOf(sent: Sent, problems: ProblemKind[]): Page {
  const [page, size] = [one(sent, 'page'), one(sent, 'page_size')]
  if (page === undefined && size === undefined) return { limit: mostAtOnce, offset: 0 }
  const number = whole(page ?? '1')
  const limit = whole(size ?? String(usualPage))
  if (number < 1 || number > 1_000_000 || limit < 1 || limit > mostAtOnce) problems.push(pageWrong)
  return { limit, offset: (number - 1) * limit }
}

const whole = (text: string): number => (/^\d{1,7}$/.test(text) ? Number(text) : 0)
