import { createHmac, timingSafeEqual } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** A message as it arrived. `type` and the number of the matter are read out of it. */
export type Received = {
  id: string
  body: string
  type: string
  number: string
  isSigned: boolean
  signatures: number
}
type Reply = { status: number; headers?: Record<string, string>; body?: string; afterMs?: number }

/** Somebody's program that is told what happens: verifies every signature as the Standard Webhooks specification has it. */
export class WebhookReceiver {
  readonly received: Received[] = []
  secret = ''
  #reply: (message: Received) => Reply = () => ({ status: 204 })
  readonly #server: http.Server

  private constructor(server: http.Server) {
    this.#server = server
  }

  static async open(): Promise<WebhookReceiver> {
    const server = http.createServer()
    const receiver = new WebhookReceiver(server)
    server.on('request', (request, response) => void receiver.#answer(request, response))
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    return receiver
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hooks`
  }

  /** How it answers from now on. */
  answers(reply: Reply | ((message: Received) => Reply)): void {
    this.#reply = typeof reply === 'function' ? reply : () => reply
  }

  types(): string[] {
    return this.received.map((message) => message.type)
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((closed) => this.#server.close(closed))
  }

  async #answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
    const message = this.#read(request, Buffer.concat(parts).toString('utf8'))
    this.received.push(message)
    const { status, headers = {}, body = '', afterMs = 0 } = this.#reply(message)
    if (afterMs > 0) await new Promise((later) => setTimeout(later, afterMs))
    response.writeHead(status, headers).end(body)
  }

  #read({ headers }: http.IncomingMessage, body: string): Received {
    const id = String(headers['webhook-id'])
    const timestamp = String(headers['webhook-timestamp'])
    const given = String(headers['webhook-signature']).split(' ')
    const key = Buffer.from(this.secret.slice('whsec_'.length), 'base64')
    const expected = Buffer.from(
      createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64'),
    )
    const isSigned = given.some((each) => {
      const [version, text = ''] = each.split(',')
      const signature = Buffer.from(text)
      return version === 'v1' && signature.length === expected.length && timingSafeEqual(signature, expected)
    })
    const read = JSON.parse(body) as { type: string; data: { number?: string } }
    return { id, body, type: read.type, number: read.data.number ?? '', isSigned, signatures: given.length }
  }
}
