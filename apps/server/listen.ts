import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Settings } from '#kernel/server/env.ts'
import { runAs } from '#kernel/server/ground.ts'
import { serveMetrics } from '#kernel/server/metrics.ts'
import { isMigrated } from '#kernel/server/migrate.ts'
import { serve } from '#kernel/server/serve.ts'
import { serveFiles } from '#modules/files/server/door.ts'
import { identify, keptSeconds } from '#modules/people/server/door.ts'
import { endpoints, protocols } from '#policy/modules.ts'
import { migrationsDir, type Opened, root } from './open.ts'
import { type DevPages, serveDevPages, servePages } from './pages.ts'

/** Starts answering HTTP on the settings' port. */
export async function listen(
  opened: Opened,
  settings: Settings,
  dev?: { web: DevPages },
): Promise<FastifyInstance> {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  const app = await serve({
    ground: opened.ground,
    identify,
    publicUrl: settings.publicUrl,
    sessionSeconds: keptSeconds,
    endpoints,
    protocols,
    trustProxy: settings.trustProxy,
    version,
  })
  serveMetrics(app, opened.pool)
  serveFiles(app, opened.ground)
  serveReadiness(app, opened)
  if (dev) serveDevPages(app, opened.ground, dev.web)
  else await servePages(app, opened.ground)
  await app.listen({ port: settings.port, host: settings.host })
  return app
}

/** GET /readyz: the database answers and has the newest schema. */
function serveReadiness(app: FastifyInstance, opened: Opened): void {
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const ready = await isMigrated(opened.pool, migrationsDir).catch(() => false)
    return reply.code(ready ? 200 : 503).send({ ready })
  })
}

/** Begins to work off background jobs in this process. */
export async function work(opened: Opened): Promise<void> {
  const { ground } = opened
  const districts = async () => (await ground.districts.all()).map((district) => district.id)
  await ground.queue?.work(async (id, run) => {
    const district = await ground.districts.byId(id)
    return district && runAs(ground, { district }, run)
  }, districts)
}
