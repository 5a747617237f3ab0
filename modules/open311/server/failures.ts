import type { ProblemDetails, ProblemKind } from '#kernel/contract/problem.ts'
import type { ProtocolAnswer, ProtocolCall } from '#kernel/contract/protocol.ts'
import { answerMissing } from '#modules/matters/contract.ts'
import { refused } from '../contract.ts'
import { type Format, list, written } from './spark.ts'

/** The format an address ends with; what cannot be read is answered in XML, which every client must understand. */
export function formatOf(name: string): { name: string; format: Format | undefined } {
  const [, stem = name, ending] = /^(.*)\.([a-z0-9]+)$/i.exec(name) ?? []
  const known = ending?.toLowerCase()
  return known === 'xml' || known === 'json' ? { name: stem, format: known } : { name, format: undefined }
}

/** Throws one problem, or all of them at once. */
export function refuseAny(problems: readonly ProblemKind[], details: ProblemDetails = {}): void {
  const [first, second] = problems
  if (!first) return
  if (!second) throw first(details)
  throw refused({ ...details, problems: problems.map(({ code, text }) => ({ code, text })) })
}

type Told = Pick<ProblemKind, 'code' | 'text'>

/** The standard knows 404, 403 and 400; limits of size and pace and our own faults keep the status that says what they are. */
const statusOf = ({ status }: ProblemKind): number =>
  [403, 404, 413, 429].includes(status) || status >= 500 ? status : 400

/** `errors`, each with the status as its code and a text for the user; our own names of them stand in the header `problem`. */
export function sayFailure(kind: ProblemKind, call: ProtocolCall, details: ProblemDetails): ProtocolAnswer {
  const told = kind === refused ? (details['problems'] as Told[]) : [kind]
  const status = statusOf(kind)
  const errors = told.map(({ code, text }) => ({
    code: status,
    description: described(code, text[call.language], details),
  }))
  const last = Object.values(call.params).at(-1) ?? ''
  const format = formatOf(last.includes('.') ? last : `.${last}`).format ?? 'xml'
  return {
    status,
    ...written(format, 'errors', list('error', errors)),
    headers: { ...openToAll, problem: told.map((each) => each.code).join(', ') },
  }
}

/** Which attributes, where a question was left open. */
function described(code: string, text: string, { questions }: ProblemDetails): string {
  const named = code === answerMissing.code && Array.isArray(questions)
  return named ? `${text} (${questions.map((each) => `attribute[${each}]`).join(', ')})` : text
}

/** Public data for programs on any page; no cookie of ours is looked at here. */
export const openToAll = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-total-count, problem',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'no-store',
}
