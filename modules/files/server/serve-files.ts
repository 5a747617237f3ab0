import type { FastifyInstance, FastifyReply } from 'fastify'
import { filesOf, type Ground } from '#kernel/server/ground.ts'
import { type Range, RangeUnfit, type Stored } from '#kernel/server/store/store.ts'
import { fileNotFound } from '../contract.ts'
import { type Form, formOf, keyOf, mediaTypeOf, secondsLeft } from './addresses.ts'

type Asked = { Params: { id: string; signature: string; form: string } }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Opened by itself, a file may show itself and do nothing else. */
const alone = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox"

/** GET /files/:id/:signature/:form: photos and voice notes by signed address, from the store without the database. */
export function serveFiles(app: FastifyInstance, ground: Ground): void {
  app.get<Asked>('/files/:id/:signature/:form', { schema: { hide: true } }, async (request, reply) => {
    const { id, signature } = request.params
    const form = formOf(request.params.form)
    const district = await ground.districts.ofHost(request.headers.host ?? '')
    reply.header('cache-control', 'no-store')
    if (!district || !form || !uuid.test(id)) throw fileNotFound()
    const left = secondsLeft(ground.personalData, { district, id, signature, now: new Date() })
    if (left === 0) throw fileNotFound()
    const range = rangeIn(request.headers.range)
    const found = await filesOf(ground, district).get(keyOf(id, form), range).catch(orUnfit)
    if (!found) throw fileNotFound()
    reply.headers({ 'accept-ranges': 'bytes', 'cache-control': `private, max-age=${left}, immutable` })
    if (found instanceof RangeUnfit)
      return reply.code(416).header('content-range', `bytes */${found.bytes}`).send()
    return send(reply, form, found, range !== undefined)
  })
}

function send(reply: FastifyReply, form: Form, found: Stored, isPart: boolean) {
  if (isPart) reply.code(206).header('content-range', `bytes ${found.from}-${found.to}/${found.bytes}`)
  return reply
    .headers({
      'content-type': mediaTypeOf(form),
      'content-length': found.to - found.from + 1,
      'content-disposition': `inline; filename="${form.includes('.') ? form : `${form}.jpg`}"`,
      'content-security-policy': alone,
      'x-content-type-options': 'nosniff',
    })
    .send(found.content)
}

/** One range, as players ask for it; anything else is answered with the whole file. */
function rangeIn(header: string | undefined): Range | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,10})-(\d{0,10})$/.exec(header ?? '') ?? []
  if (from !== '') {
    if (to !== '' && Number(to) < Number(from)) return undefined
    return { from: Number(from), ...(to !== '' && { to: Number(to) }) }
  }
  return to === '' || Number(to) === 0 ? undefined : { last: Number(to) }
}

function orUnfit(error: unknown): RangeUnfit {
  if (error instanceof RangeUnfit) return error
  throw error
}
