import { patienceMs } from './sender.ts'

/** The provider's answer as JSON. @throws Error when there is no answer in time, or none that can be read. */
export async function callJson<Answer extends object>(
  address: string,
  query: Readonly<Record<string, string>>,
  body?: object,
): Promise<Answer> {
  const search = new URLSearchParams(query).toString()
  const response = await fetch(search ? `${address}?${search}` : address, {
    ...(body && {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  })
  if (!response.ok) throw Object.assign(new Error('the provider failed'), { code: `http-${response.status}` })
  const answer: unknown = await response.json()
  if (typeof answer !== 'object' || answer === null) throw new Error('the provider said nothing readable')
  return answer as Answer
}
