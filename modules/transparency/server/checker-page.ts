import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ProtocolEndpoint } from '#kernel/server/protocol.ts'

const page = readFileSync(path.join(import.meta.dirname, '../standalone/verify-proof.html'))

/** Its one script is named by its hash: nothing else may run in it, and it may ask nobody anything. */
const script = /<script>([\s\S]*)<\/script>/.exec(page.toString())?.[1] ?? ''
const policy = [
  "default-src 'none'",
  `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The page that checks a proof without us: one file to keep, which works without a network. */
export const protocols: ProtocolEndpoint[] = [
  {
    declaration: {
      method: 'GET',
      path: '/verify-proof.html',
      summary: 'A page of one file that checks any proof offline',
      perMinute: 120,
      maxBytes: 1024,
    },
    run: async () => ({
      status: 200,
      mediaType: 'text/html; charset=utf-8',
      body: page,
      headers: { 'content-security-policy': policy, 'cache-control': 'no-cache' },
    }),
    failed: (kind) => ({ status: kind.status, mediaType: 'text/plain; charset=utf-8', body: kind.text.zh }),
  },
]
