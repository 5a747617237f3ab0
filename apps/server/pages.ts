import { readFile } from 'node:fs/promises'
import path from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { shellOf } from '#apps/build/shells.ts'
import { nameDevice } from '#kernel/server/caller.ts'
import type { Ground } from '#kernel/server/ground.ts'
import { notFound } from '#kernel/server/problems.ts'
import { root } from './open.ts'
import { tileOriginOf } from './tile-origins.ts'

const dist = path.join(root, 'dist')

type InlineHashes = { styles?: string[]; scripts?: string[] }

/** The policy of one page: nothing from elsewhere but the base map that was set, no inline script; antd's style sheets are made while it runs. */
function policyOf(shell: string, hashes: InlineHashes, tiles: string | undefined): string {
  const { styles: style = [], scripts: script = [] } = hashes
  const listed = (values: string[]): string => values.map((value) => ` ${value}`).join('')
  const styles = shell.startsWith('staff/') ? " 'unsafe-inline'" : listed(style)
  return [
    "default-src 'none'",
    `script-src 'self'${listed(script)}`,
    `style-src 'self'${styles}`,
    `img-src 'self' data: blob:${listed(tiles ? [tiles] : [])}`,
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "media-src 'self' blob:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Serves the built web apps: hashed files for a year, pages always asked for anew, brotli where it was made. */
export async function servePages(app: FastifyInstance, ground: Ground): Promise<void> {
  const hashes = JSON.parse(
    await readFile(path.join(dist, 'csp.json'), 'utf8').catch(() => '{}'),
  ) as InlineHashes
  const hidden = { schema: { hide: true } }
  await app.register(staticFiles, {
    root: dist,
    serve: false,
    preCompressed: true,
    cacheControl: false,
  })
  const asset = (folder: string) => (request: FastifyRequest, reply: FastifyReply) => {
    const file = (request.params as { '*': string })['*']
    reply.header('cache-control', 'public, max-age=31536000, immutable')
    return reply.sendFile(`${folder}/assets/${file}`)
  }
  app.get('/assets/*', hidden, asset('resident'))
  app.get('/staff/assets/*', hidden, asset('staff'))
  app.get('/sw.js', hidden, (_request, reply) =>
    reply.header('cache-control', 'no-cache').sendFile('resident/sw.js'),
  )
  app.get('/*', hidden, async (request, reply) => {
    // Not by URL: an address such as // is none.
    const pathname = request.url.split('?', 1)[0] ?? '/'
    // The phone apps' service worker keeps the shells themselves.
    const shell = /^\/(index|door|work)\.html$/.test(pathname) ? `resident${pathname}` : shellOf(pathname)
    if (!shell) throw notFound()
    nameDevice(request, reply, ground.personalData)
    const isStaff = shell.startsWith('staff/')
    const tiles = isStaff ? await tileOriginOf(ground, request.headers.host ?? '') : undefined
    reply.headers({
      'content-security-policy': policyOf(shell, hashes, tiles),
      'cache-control': 'no-cache',
      'permissions-policy': 'geolocation=(self), microphone=(self), camera=(self)',
    })
    return reply.sendFile(shell)
  })
}

export type DevPages = {
  handle(request: FastifyRequest['raw'], reply: FastifyReply['raw'], next: (error?: unknown) => void): void
}

/** While developing, pages and their sources come from the bundler, unbuilt and reloading. */
export function serveDevPages(app: FastifyInstance, ground: Ground, web: DevPages): void {
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    nameDevice(request, reply, ground.personalData)
    const cookies = reply.getHeader('set-cookie')
    if (cookies) reply.raw.setHeader('set-cookie', cookies)
    reply.hijack()
    web.handle(request.raw, reply.raw, (error) => {
      reply.raw.statusCode = error ? 500 : 404
      reply.raw.end(error instanceof Error ? error.message : 'not found')
    })
  })
}
