import type { Context } from '#kernel/server/context.ts'
import { dayIn } from '#kernel/server/day.ts'
import { answerMissing, type Question, type ToldAnswer } from '../contract.ts'
import { houseRules } from './house-rules.ts'

type Given = Record<string, string | string[]>

/**
 * The answers that the subject's questions have now, in their own form: what a question no longer offers is dropped, so that
 * a form opened before a change is still taken. `mayBeOpen`: nothing has to be answered, a neighbour has said it. @throws answerMissing naming the questions that need one
 */
export async function answersTo(
  ctx: Context,
  subject: string,
  given: Given,
  { mayBeOpen = false }: { mayBeOpen?: boolean } = {},
): Promise<Given> {
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  const asked = (rules.subjects.get(subject)?.questions ?? []).filter((each) => each.kind !== 'note')
  const kept = asked.flatMap((question) => {
    const answer = fitting(question, given[question.code])
    return answer === undefined ? [] : [[question.code, answer] as const]
  })
  const answers: Given = Object.fromEntries(kept)
  const missing = asked.filter((each) => each.required && answers[each.code] === undefined)
  if (missing.length > 0 && !mayBeOpen) throw answerMissing({ questions: missing.map((each) => each.code) })
  return answers
}

/** An answer in the form of its question, or nothing. */
function fitting(question: Question, answer: string | string[] | undefined): string | string[] | undefined {
  const several = (Array.isArray(answer) ? answer : [answer ?? '']).map((each) => each.trim()).filter(Boolean)
  const [first] = several
  if (first === undefined) return undefined
  if (question.kind === 'many' || question.kind === 'one') {
    const offered = several.filter((each) => question.choices.some((choice) => choice.key === each))
    if (question.kind === 'many') return offered.length > 0 ? offered : undefined
    return offered[0]
  }
  if (question.kind === 'number') return Number.isFinite(Number(first)) ? first : undefined
  if (question.kind === 'moment') return Number.isNaN(Date.parse(first)) ? undefined : first
  return first
}

/** Questions and answers in words, in the order in which they are asked today; what is no longer asked keeps its code. */
export async function toldAnswers(
  ctx: Context,
  { subject, answers }: { subject: string; answers: Given },
): Promise<ToldAnswer[]> {
  const rules = await houseRules(ctx, dayIn(ctx.district.timeZone, ctx.now))
  const asked = rules.subjects.get(subject)?.questions ?? []
  const order = [...asked.map((question) => question.code), ...Object.keys(answers)]
  return [...new Set(order)].flatMap((code) => {
    const given = answers[code]
    if (given === undefined) return []
    const question = asked.find((each) => each.code === code)
    return [
      {
        question: question ? { zh: question.zh, en: question.en } : { zh: code, en: code },
        answer: inWords(ctx, given, question),
      },
    ]
  })
}

function inWords(
  ctx: Context,
  given: string | string[],
  question: Question | undefined,
): ToldAnswer['answer'] {
  const several = [given].flat()
  if (question?.kind === 'moment') return same(several.map((each) => momentIn(ctx.district.timeZone, each)))
  if (!question) return same(several)
  const word = (language: 'zh' | 'en') => (key: string) =>
    question.choices.find((choice) => choice.key === key)?.[language] ?? key
  return { zh: several.map(word('zh')).join('、'), en: several.map(word('en')).join(', ') }
}

const same = (texts: readonly string[]): ToldAnswer['answer'] => ({
  zh: texts.join('、'),
  en: texts.join(', '),
})

/** As a clock and a calendar on the wall of the district show it. */
function momentIn(timeZone: string, given: string): string {
  const moment = new Date(given)
  if (Number.isNaN(moment.getTime())) return given
  const time = moment.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  return `${dayIn(timeZone, moment)} ${time}`
}
