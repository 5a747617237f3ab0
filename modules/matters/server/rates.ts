import { answerSpans, type Figures } from './figures.ts'

/** So many of so many; a share only where there is something to divide by. */
export type Share = { part: number; of: number }

type Of<Name extends keyof Figures> = Pick<Figures, Name>

/** The rates, by one rule wherever they are shown. Each counts what is open and late as well: nothing is hidden by leaving it. */
export const rates = {
  /** Taken up in time, of all that are or ought to be taken up. */
  response: (f: Of<'accepted_on_time' | 'accepted' | 'accept_late'>): Share => ({
    part: f.accepted_on_time,
    of: f.accepted + f.accept_late,
  }),
  resolution: (f: Of<'solved' | 'answered'>): Share => ({ part: f.solved, of: f.answered }),
  /** Three to five of five. */
  satisfaction: (f: Of<'satisfied' | 'rated'>): Share => ({ part: f.satisfied, of: f.rated }),
  onTime: (f: Of<'answered_on_time' | 'answered' | 'open_late'>): Share => ({
    part: f.answered_on_time,
    of: f.answered + f.open_late,
  }),
  reply: (f: Figures): Share => ({ part: f.replied, of: f.accepted }),
  closure: (f: Figures): Share => ({ part: f.closed, of: f.accepted }),
} as const

/**
 * The time by which half of the answers were there, in hours, taken as evenly spread within each span of `answerSpans`.
 * Undefined without answers; 720 where half of them took longer than thirty days.
 */
export function medianHours(figures: Figures): number | undefined {
  if (figures.answered <= 0) return undefined
  const half = figures.answered / 2
  let before = 0
  let from = 0
  for (const [name, until] of Object.entries(answerSpans)) {
    const inside = figures[name as keyof typeof answerSpans]
    if (inside > 0 && before + inside >= half) return from + ((half - before) / inside) * (until - from)
    before += inside
    from = until
  }
  return from
}
