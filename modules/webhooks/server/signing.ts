import { createHmac, randomBytes } from 'node:crypto'

/**
 * Signatures of the Standard Webhooks specification: HMAC-SHA-256 over `id.timestamp.body`, as `v1,<base64>`; several, with a
 * space between them, while a secret is being changed.
 */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

export type Signed = { 'webhook-id': string; 'webhook-timestamp': string; 'webhook-signature': string }

export function signed(message: { id: string; body: string }, secrets: readonly string[], now: Date): Signed {
  const id = `msg_${message.id.replaceAll('-', '')}`
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const signatures = secrets.map((secret) => `v1,${hmac(secret, `${id}.${timestamp}.${message.body}`)}`)
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}

const hmac = (secret: string, text: string): string =>
  createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(text)
    .digest('base64')
