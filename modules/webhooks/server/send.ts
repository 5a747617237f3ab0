import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Outcome } from '../contract.ts'
import { type Target, targetOf } from './addresses.ts'
import type { Signed } from './signing.ts'

export type Letter = { url: string; body: string; headers: Signed }
export type Came = {
  outcome: Outcome
  status: number | undefined
  tookMs: number
  answer: string
  /** What the receiver asked for. */
  retryAfterSeconds: number | undefined
}
type How = { allowed: readonly string[]; timeoutSeconds: number }

/** Sends once. Never throws for what the receiver or the network does. Redirects are not followed. */
export async function send(letter: Letter, how: How): Promise<Came> {
  const start = performance.now()
  const took = () => Math.round(performance.now() - start)
  const nothing = { status: undefined, answer: '', retryAfterSeconds: undefined }
  try {
    const target = await targetOf(letter.url, how.allowed)
    if (!target) return { ...nothing, outcome: 'forbidden', tookMs: took() }
    const { status, answer, retryAfter } = await post(target, letter, how.timeoutSeconds * 1000)
    const seconds = /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : undefined
    return {
      outcome: meaningOf(status),
      status,
      tookMs: took(),
      answer: redacted(answer),
      retryAfterSeconds: seconds,
    }
  } catch (error) {
    return { ...nothing, outcome: failureOf(error), tookMs: took() }
  }
}

function meaningOf(status: number): Outcome {
  if (status >= 200 && status < 300) return 'delivered'
  if (status === 410) return 'gone'
  return status >= 300 && status < 400 ? 'redirected' : 'refused'
}

function failureOf(error: unknown): Outcome {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const name = error instanceof Error ? error.name : ''
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR') return 'slow'
  return /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code) ? 'untrusted' : 'unreachable'
}

type Answer = { status: number; answer: string; retryAfter: string }

const mostRead = 2000

function post(target: Target, { body, headers }: Letter, timeoutMs: number): Promise<Answer> {
  const { url, address, family } = target
  // The name is not asked for again: this is the address that was looked at.
  const pinned: LookupFunction = (_host, options, callback) =>
    options.all ? callback(null, [{ address, family }]) : callback(null, address, family)
  const options = {
    method: 'POST',
    agent: false,
    lookup: pinned,
    signal: AbortSignal.timeout(timeoutMs),
    headers: {
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Yige-Webhooks',
      connection: 'close',
    },
  }
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, options, (response) => {
      readStart(response, mostRead).then(
        (answer) =>
          resolve({
            answer,
            status: response.statusCode ?? 0,
            retryAfter: response.headers['retry-after'] ?? '',
          }),
        reject,
      )
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** The beginning of an answer; whoever sends more, or without end, is hung up on. */
async function readStart(response: http.IncomingMessage, most: number): Promise<string> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part)
    length += part.length
    if (length >= most) break
  }
  response.destroy()
  return Buffer.concat(parts).subarray(0, most).toString('utf8')
}

const mostKept = 300

/** What is kept of an answer: short, on one line, without anything that may be somebody's number or address. */
export const redacted = (answer: string): string =>
  answer
    .slice(0, mostRead)
    .replaceAll(/[^\s@]+@[^\s@]+/g, '…')
    .replaceAll(/\d[\d -]{5,}\d/g, '…')
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\s\u0000-\u001f\u007f\ufffd]+/g, ' ')
    .toWellFormed()
    .trim()
    .slice(0, mostKept)
