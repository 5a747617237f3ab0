/**
 * Starts the phone apps without a connection. Keeps only the built code and the HTML shells, which hold
 * nothing about anyone; answers of the API and photos are never kept here.
 */
type Waiting = Event & { waitUntil: (work: Promise<unknown>) => void }
type Fetching = Waiting & { request: Request; respondWith: (answer: Promise<Response>) => void }
/** Sent by boot.tsx: which app runs, and the code it loaded before this worker was there. */
type Told = Waiting & { data: { keep: 'resident' | 'work'; loaded: readonly string[] } }

/** Put in by the build: a hash of all files, and what each app needs to start. */
declare const VERSION: string
declare const RESIDENT_FILES: readonly string[]
declare const WORK_FILES: readonly string[]

const CACHE = `yige-${VERSION}`
const SLOW_MS = 3000

const shellOf = (path: string): string =>
  /^\/work(\/|$)/.test(path) ? '/work.html' : path.startsWith('/d/') ? '/door.html' : '/index.html'

async function keep(files: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE)
  const missing: string[] = []
  // Each once: addAll refuses a list that names a file twice.
  for (const file of new Set(files)) if (!(await cache.match(file))) missing.push(file)
  await cache.addAll(missing)
}

async function forgetOlder(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith('yige-') && name !== CACHE).map((name) => caches.delete(name)),
  )
}

async function openPage(request: Request): Promise<Response> {
  const kept = await caches.match(shellOf(new URL(request.url).pathname))
  if (!kept) return fetch(request)
  // The network first, so that an update shows at once; the kept shell when it is slow or gone.
  const slow = new Promise<Response>((resolve) => setTimeout(() => resolve(kept.clone()), SLOW_MS))
  return Promise.race([fetch(request).catch(() => kept.clone()), slow])
}

async function openAsset(request: Request): Promise<Response> {
  const kept = await caches.match(request)
  if (kept) return kept
  const fresh = await fetch(request)
  if (fresh.ok) await (await caches.open(CACHE)).put(request, fresh.clone())
  return fresh
}

const worker = self as unknown as {
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  addEventListener: (name: string, listener: (event: never) => void) => void
}

worker.addEventListener('install', (event: Waiting) => {
  event.waitUntil(keep(RESIDENT_FILES).then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (event: Waiting) => {
  event.waitUntil(forgetOlder().then(() => worker.clients.claim()))
})

worker.addEventListener('message', (event: Told) => {
  const { keep: part, loaded } = event.data
  event.waitUntil(keep([...(part === 'work' ? WORK_FILES : []), ...loaded]))
})

worker.addEventListener('fetch', (event: Fetching) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (pathname.startsWith('/assets/')) event.respondWith(openAsset(request))
  else if (request.mode === 'navigate' && /^\/($|(d|m|p|r|who|work)(\/|$))/.test(pathname)) {
    event.respondWith(openPage(request))
  }
})
