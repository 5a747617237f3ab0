import { networkInterfaces } from 'node:os'
import QRCode from 'qrcode'
import { buildWeb } from '#apps/build/build.ts'
import { readSettings, type Settings } from '#kernel/server/env.ts'
import { runAs } from '#kernel/server/ground.ts'
import { demoPassword } from '#modules/people/server/door.ts'
import { demoDoors } from '#modules/places/server/door.ts'
import { listen, work } from '../server/listen.ts'
import { open, type Opened } from '../server/open.ts'
import { optionsOf, Refused, WrongUse } from './outcome.ts'
import type { Printer } from './print.ts'

/** `npm start`: everything a fresh machine needs, step by step, then the addresses and the demo's sign-ins. */
export async function start(words: string[], print: Printer): Promise<Record<string, unknown>> {
  if (words.length > 0) throw new WrongUse('start 不带参数 / takes no words')
  const read = readSettings()
  const settings = { ...read, demo: process.env['YIGE_DEMO'] ? read.demo : !read.databaseUrl }
  const opened = await print.step('数据库 / database', () =>
    open(settings, print.line, { migrate: true, queue: true }),
  )
  try {
    const building = buildWeb({ say: (line) => print.line(`  网页 / ${line}`) })
    building.catch(() => undefined)
    if (settings.demo) await print.step('示范区 / demonstration district', () => seedOnce(opened, print))
    await print.step('网页 / web apps', () => building)
    const app = await run(opened, settings, 'all')
    await tellAddresses(opened, settings, print)
    stopOnSignal(async () => {
      print.line('正在停止 / stopping')
      await app?.close()
      await opened.close()
    })
  } catch (error) {
    await opened.close()
    throw remedied(error, settings)
  }
  return { port: settings.port }
}

async function seedOnce(opened: Opened, print: Printer): Promise<void> {
  const { rows } = await opened.pool.query('select 1 from districts limit 1')
  if (rows.length > 0) return
  const { seedDemo } = await import('#db/seed/demo.ts')
  await seedDemo(opened.ground, new Date(), (line) => print.line(`  ${line}`))
}

const roles = ['server', 'worker', 'all'] as const
type Role = (typeof roles)[number]

/** `yige serve`: for operation; nothing is seeded, the web apps are built when stale. */
export async function serve(words: string[], print: Printer): Promise<Record<string, unknown>> {
  const { plain, options } = optionsOf(words, ['role'])
  const role = roles.find((each) => each === (options.get('role') ?? 'all'))
  if (plain.length > 0 || !role) throw new WrongUse('serve [--role server|worker|all]')
  const settings = readSettings()
  const opened = await open(settings, print.line, { migrate: true, queue: true })
  try {
    if (role !== 'worker') await buildWeb({ say: print.line })
    const app = await run(opened, settings, role)
    print.line(role === 'worker' ? '后台任务已开始 / worker ready' : `已就绪 / ready: ${addressOf(settings)}`)
    stopOnSignal(async () => {
      await app?.close()
      await opened.close()
    })
  } catch (error) {
    await opened.close()
    throw remedied(error, settings)
  }
  return { role, port: settings.port }
}

async function run(opened: Opened, settings: Settings, role: Role) {
  const app = role === 'worker' ? undefined : await listen(opened, settings)
  if (role !== 'server') await work(opened)
  return app
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const once = (): void => {
    if (stopping) return
    stopping = true
    void stop().finally(() => process.exit())
  }
  process.once('SIGINT', once)
  process.once('SIGTERM', once)
  process.once('SIGHUP', once)
}

/** A failure with what to do about it. */
function remedied(error: unknown, settings: Settings): unknown {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return new Refused(
      `端口 ${settings.port} 已被占用，换一个：PORT=8081 npm start / port ${settings.port} is taken, choose another`,
    )
  }
  return error
}

const addressOf = (settings: Settings): string => settings.publicUrl ?? `http://localhost:${settings.port}`

/** An address phones in the same network can open. */
function networkAddress(settings: Settings): string | undefined {
  if (settings.publicUrl || settings.host === '127.0.0.1' || settings.host === 'localhost') return undefined
  const found = Object.values(networkInterfaces())
    .flat()
    .find((each) => each?.family === 'IPv4' && !each.internal)
  return found && `http://${found.address}:${settings.port}`
}

async function tellAddresses(opened: Opened, settings: Settings, print: Printer): Promise<void> {
  const address = addressOf(settings)
  const phones = networkAddress(settings)
  print.line('')
  print.line(`✓ 一格已就绪 / Yige is ready`)
  print.line(`  居民 / residents   ${address}/`)
  print.line(`  工作人员 / staff    ${address}/staff`)
  print.line(`  网格员手机 / workers ${address}/work`)
  if (phones) print.line(`  同一网络的手机 / phones in this network  ${phones}/`)
  if (settings.demo) await tellDemo(opened, phones ?? address, print)
  print.line('  停止请按 Ctrl-C / press Ctrl-C to stop')
}

async function tellDemo(opened: Opened, base: string, print: Printer): Promise<void> {
  const [district] = await opened.ground.districts.all()
  if (!district) return
  const doors = await runAs(opened.ground, { district, mode: 'read' }, (ctx) => demoDoors(ctx))
  print.line('')
  print.line(`  示范账号，密码都是 ${demoPassword} / demonstration sign-ins, all with this password`)
  print.line(
    '    wangfang 网格员 · chenjing 社区 · limin 街道 · zhouhang 区 · sunli 系统管理员 · zhengkai 安全管理员 · xiaqing 审计 · hewei 部门',
  )
  const door = doors[0]
  if (!door) return
  print.line(`  门码 / a building door: ${door.pathNames.join(' ')}  ${base}/d/${door.token}`)
  print.line(await QRCode.toString(`${base}/d/${door.token}`, { type: 'terminal', small: true }))
}
