import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Ground } from '#kernel/server/ground.ts'
import { fileNotFound } from '../contract.ts'
import { pathOf, signatureHolds } from './photos.ts'

type Asked = { Params: { id: string; signature: string; size: string } }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** GET /files/:id/:signature/:size: pictures by signed address, read from disk without the database. */
export function serveFiles(app: FastifyInstance, ground: Ground): void {
  app.get<Asked>('/files/:id/:signature/:size', { schema: { hide: true } }, async (request, reply) => {
    const { id, signature, size } = request.params
    const district = await ground.districts.ofHost(request.headers.host ?? '')
    if (!district || !uuid.test(id) || (size !== 'full' && size !== 'thumb')) throw fileNotFound()
    if (!signatureHolds(ground.personalData, { district: district.id, id, signature })) throw fileNotFound()
    const file = pathOf(path.join(ground.filesDir, String(district.id)), id, size)
    const found = await stat(file).catch(() => undefined)
    if (!found) throw fileNotFound()
    return reply
      .headers({
        'content-type': 'image/jpeg',
        'content-length': found.size,
        'x-content-type-options': 'nosniff',
      })
      .header('cache-control', 'private, max-age=604800, immutable')
      .send(createReadStream(file))
  })
}
