import { addressOf, type CallInput, type Endpoint, type LooseInput } from './call.ts'
import { currentLanguage } from './language.ts'
import { ownProblem, problemOf } from './problem.ts'
import { uuidv7 } from './uuid.ts'

/** Asks for a file of a route that answers with a stream, and hands it to the browser to keep. @throws Problem */
export async function download<R>(target: Endpoint<R>, input: CallInput<R>): Promise<void> {
  const { body, ...rest }: LooseInput = input
  const headers: Record<string, string> = {
    'Accept-Language': currentLanguage() === 'zh' ? 'zh-CN' : 'en',
    ...(target.method !== 'GET' && { 'Idempotency-Key': uuidv7() }),
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
  }
  const response = await fetch(addressOf(target.path, rest), {
    method: target.method,
    headers,
    credentials: 'same-origin',
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw ownProblem('network')
  })
  if (!response.ok) throw await problemOf(response)
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')
  keep(await response.blob(), decodeURIComponent(named?.[1] ?? 'download'))
}

function keep(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // The browser has begun to write it; the address is no longer needed in a moment.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
