import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'
import { browserFlags, findBrowser } from '#testing/browser-setup.ts'
import { percentile, rounded } from '../percentiles.ts'
import type { Asked, Measured, Scenario } from '../scenario.ts'
import { startServer } from '../server-process.ts'

export const page: Scenario = {
  what: 'first paint and use of the page behind a door code, on a slow phone and a slow network',
  size: 5,
  sizeOf: 'visits, each by a browser that was never here',
  seconds: 1,
  clients: 1,
  run,
}

const processorSlowdown = 4
/** Slow 4G as Lighthouse applies it in the browser. */
const network = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1.4746 * 1e6) / 8,
  uploadThroughput: (0.675 * 1e6) / 8,
}

async function run(asked: Asked): Promise<Measured> {
  if (asked.url) return measure(asked, asked.url)
  const dataDir = path.join(process.env['YIGE_BENCH_DIR'] || path.join(tmpdir(), 'yige-bench'), 'page')
  asked.say('· starting the product with its demonstration')
  const server = await startServer({ dataDir, words: ['start'], env: { YIGE_DEMO: '1' } })
  try {
    return await measure(asked, `http://127.0.0.1:${server.port}`)
  } finally {
    await server.stop()
    if (!existsSync(path.join(dataDir, 'secret.key'))) await rm(dataDir, { recursive: true, force: true })
  }
}

type Visit = {
  firstPaint: number
  interactive: number
  scriptBytes: number
  styleBytes: number
  allBytes: number
}

async function measure(asked: Asked, base: string): Promise<Measured> {
  const address = asked.url && /\/d\/\w+/.test(asked.url) ? asked.url : await doorOf(base)
  const executablePath = await findBrowser()
  if (!executablePath) throw new Error('no Chromium was found; BROWSER_PATH names one')
  const browser = await chromium.launch({ executablePath, args: [...browserFlags] })
  const visits: Visit[] = []
  try {
    // One visit more than counted: the first one fills the server's and the browser's own caches.
    for (let number = 0; number <= asked.size; number += 1) {
      const visit = await visitOnce(browser, address)
      asked.say(
        `  ${number === 0 ? 'warm-up' : number}: paint ${visit.firstPaint} ms, use ${visit.interactive} ms`,
      )
      if (number > 0) visits.push(visit)
    }
  } finally {
    await browser.close()
  }
  return resultOf(visits)
}

const goals = { firstPaint: 1_200, interactive: 2_000 }

function resultOf(visits: readonly Visit[]): Measured {
  const interactive = visits.map((visit) => visit.interactive)
  const paint = percentile(
    visits.map((visit) => visit.firstPaint),
    0.5,
  )
  const use = percentile(interactive, 0.5)
  const last = visits.at(-1)
  return {
    ops_per_s: rounded(1000 / Math.max(1, use), 3),
    p50_ms: use,
    p95_ms: percentile(interactive, 0.95),
    p99_ms: percentile(interactive, 0.99),
    limit_ops_per_s: null,
    ratio: null,
    errors: 0,
    first_paint_ms: paint,
    interactive_ms: use,
    script_bytes: last?.scriptBytes,
    style_bytes: last?.styleBytes,
    all_bytes: last?.allBytes,
    reached: { first_paint: paint < goals.firstPaint, interactive: use < goals.interactive },
    goals_ms: goals,
  }
}

async function doorOf(base: string): Promise<string> {
  const home = (await (await fetch(new URL('/api/v1/home', base))).json()) as {
    demoDoors?: { token: string }[]
  }
  const token = home.demoDoors?.[0]?.token
  if (!token) throw new Error(`${base} offers no door to try; give --url with the address behind a door code`)
  return new URL(`/d/${token}`, base).href
}

async function visitOnce(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    // Its own fetching after the page is there would share the slow line.
    serviceWorkers: 'block',
  })
  const visited = await context.newPage()
  const session = await context.newCDPSession(visited)
  const bytes = await countBytes(session)
  await session.send('Network.emulateNetworkConditions', network)
  await session.send('Emulation.setCPUThrottlingRate', { rate: processorSlowdown })
  await visited.addInitScript(watch)
  await visited.goto(address, { waitUntil: 'load' })
  await visited.waitForLoadState('networkidle')
  const moments = await readMoments(visited)
  await context.close()
  return { ...moments, ...bytes() }
}

/** Bytes as they came over the line, by kind. */
async function countBytes(session: CDPSession) {
  const kinds = new Map<string, string>()
  const sizes = { Script: 0, Stylesheet: 0, all: 0 }
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId)
    sizes.all += encodedDataLength
    if (kind === 'Script' || kind === 'Stylesheet') sizes[kind] += encodedDataLength
  })
  await session.send('Network.enable')
  return () => ({ scriptBytes: sizes.Script, styleBytes: sizes.Stylesheet, allBytes: sizes.all })
}

type Watched = { longTaskEnd: number; mounted: number; usable: number }
declare global {
  interface Window {
    benchWatched: Watched
  }
}

/**
 * Runs in the page before its own scripts. Usable: the application has put its own links or buttons where the shell
 * made at build time had none (a tile with an event listener cannot be seen from here, one that was mounted can).
 */
function watch(): void {
  const watched: Watched = { longTaskEnd: 0, mounted: 0, usable: 0 }
  window.benchWatched = watched
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      watched.longTaskEnd = Math.max(watched.longTaskEnd, entry.startTime + entry.duration)
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'mounted') watched.mounted ||= entry.startTime
  }).observe({ type: 'mark', buffered: true })
  const look = (): void => {
    const tile = document.querySelector('main button, main a[href], [role="button"]')
    if (tile && !watched.usable) watched.usable = performance.now()
    if (!watched.usable) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

async function readMoments(visited: Page): Promise<{ firstPaint: number; interactive: number }> {
  const read = await visited.evaluate(() => ({
    watched: window.benchWatched,
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  }))
  const { longTaskEnd, mounted, usable } = read.watched
  if (!mounted && !usable) throw new Error('the page never showed anything to tap')
  const interactive = Math.max(read.paint, mounted || usable, longTaskEnd)
  return { firstPaint: Math.round(read.paint), interactive: Math.round(interactive) }
}
