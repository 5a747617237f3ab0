import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { FastifyReply } from 'fastify'
import type { Streamed } from '../contract/fields.ts'

/** Sends a file piece by piece, no faster than the other side takes it, and returns when it is sent or given up. */
export async function sendStream(
  reply: FastifyReply,
  { fileName, mediaType, chunks }: Streamed,
): Promise<void> {
  reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
  reply.type(mediaType)
  const body = Readable.from(chunks, { objectMode: false })
  const sent = finished(reply.raw)
  reply.send(body)
  // Whoever closes the page half way has still taken a file: what is on record about it stays.
  await sent.catch(() => undefined)
}
