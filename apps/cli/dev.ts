import { startWebDev } from '#apps/build/dev.ts'
import { readSettings } from '#kernel/server/env.ts'
import { listen, work } from '../server/listen.ts'
import { open } from '../server/open.ts'
import { printer } from './print.ts'

/** `npm run dev`: the web apps with reload; the server starts anew when you save (run by `node --watch`). */
const print = printer(false)
const read = readSettings()
const settings = { ...read, demo: process.env['YIGE_DEMO'] ? read.demo : !read.databaseUrl }
const opened = await open(settings, print.line, { migrate: true, queue: true })
const { rows } = await opened.pool.query('select 1 from districts limit 1')
if (settings.demo && rows.length === 0) {
  const { seedDemo } = await import('#db/seed/demo.ts')
  await seedDemo(opened.ground, new Date(), print.line)
}
const web = await startWebDev()
const app = await listen(opened, settings, { web })
await work(opened)
print.line(`✓ http://localhost:${settings.port}/  /staff  /work`)

async function stop(): Promise<void> {
  await web.close()
  await app.close()
  await opened.close()
  process.exit()
}
process.once('SIGINT', () => void stop())
process.once('SIGTERM', () => void stop())
