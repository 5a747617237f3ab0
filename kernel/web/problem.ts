import { currentLanguage } from './language.ts'

const OWN_WORDS = {
  network: {
    zh: '网络不通，请检查网络后再试。',
    en: 'There is no connection. Check the network and try again.',
  },
  timeout: {
    zh: '等了 20 秒还没有回应，请再试一次。',
    en: 'No answer after 20 seconds. Please try again.',
  },
  unreadable: {
    zh: '系统刚才出了错，请过一会儿再试。',
    en: 'Something went wrong on our side. Please try again in a moment.',
  },
  'outbox.full': {
    zh: '手机里存的未发送内容已满，请先连网发送。',
    en: 'This phone holds too many unsent items. Connect and send them first.',
  },
  'photo.unreadable': {
    zh: '这张照片打不开，请换一张。',
    en: 'This photo cannot be opened. Please choose another.',
  },
}

/** Anything the person can be told about a call that did not succeed. `status` is 0 when no answer came. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly details: unknown

  constructor(code: string, message: string, status: number, details?: unknown) {
    super(message)
    this.name = 'Problem'
    this.code = code
    this.status = status
    this.details = details
  }
}

/** A problem found on the phone itself, in the person's language. */
export function ownProblem(code: keyof typeof OWN_WORDS, status = 0): Problem {
  return new Problem(code, OWN_WORDS[code][currentLanguage()], status)
}

/** Whether trying the same thing again later may succeed without the person changing anything. */
export function isPassing(problem: Problem): boolean {
  return problem.status === 0 || problem.status >= 500 || [401, 408, 425, 429].includes(problem.status)
}

type WireProblem = { code: string; message: string; details?: unknown }

function isWireProblem(value: unknown): value is WireProblem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'message' in value &&
    typeof value.message === 'string'
  )
}

export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined)
  if (!isWireProblem(body)) return ownProblem('unreadable', response.status)
  return new Problem(body.code, body.message, response.status, body.details)
}
