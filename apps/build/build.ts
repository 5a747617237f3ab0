import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { filesUnder } from './compress.ts'

const REPO = resolve(import.meta.dirname, '../..')
const DIST = join(REPO, 'dist')
const STAMP = join(DIST, '.stamp')
const PARTS = ['resident', 'staff', 'csp.json']

export type BuildOptions = {
  /** Told in a few words what is going on. */
  readonly say: (line: string) => void
  /** Build even when nothing changed. */
  readonly force?: boolean
}

async function sourceFolders(): Promise<string[]> {
  const fixed = ['apps/resident', 'apps/staff', 'apps/build', 'kernel/web', 'kernel/ui', 'kernel/contract']
  const modules = await readdir(join(REPO, 'modules')).catch(() => [])
  const parts = modules.flatMap((name) =>
    ['web', 'resident', 'worker', 'staff'].map((part) => `modules/${name}/${part}`),
  )
  return [...fixed, ...parts].map((folder) => join(REPO, folder))
}

/** A hash of everything the web apps are made from: content, not times, so that a fresh checkout is not stale. */
export async function sourceHash(): Promise<string> {
  const folders = await sourceFolders()
  const found = await Promise.all(folders.map((folder) => filesUnder(folder).catch(() => [])))
  const sources = found.flat().filter((file) => !file.endsWith('.test.ts') && !file.endsWith('.test.tsx'))
  const files = [...sources, join(REPO, 'package-lock.json')].sort()
  const contents = await Promise.all(files.map((file) => readFile(file)))
  const hash = createHash('sha256')
  for (const [index, file] of files.entries()) {
    hash.update(`\0${relative(REPO, file)}\0`).update(contents[index] ?? '')
  }
  return hash.digest('hex')
}

/** Vite runs in a process of its own: its memory is given back, and the server's stays small. */
function bundle(into: string): Promise<void> {
  return new Promise((done, failed) => {
    const script = join(import.meta.dirname, 'bundle.ts')
    const child = spawn(process.execPath, ['--no-warnings', script, into], {
      cwd: REPO,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let told = ''
    child.stdout.on('data', (data: Buffer) => (told += data.toString()))
    child.stderr.on('data', (data: Buffer) => (told += data.toString()))
    child.on('error', failed)
    child.on('exit', (code) => {
      if (code === 0) done()
      else failed(new Error(`The web apps could not be built:\n${told.trim()}`))
    })
  })
}

/** Puts the new build in the place of the old one; whoever is served meanwhile sees one or the other. */
async function putInPlace(from: string): Promise<void> {
  for (const part of PARTS) {
    await rm(join(DIST, part), { recursive: true, force: true })
    await rename(join(from, part), join(DIST, part))
  }
  await rm(from, { recursive: true, force: true })
}

/** Builds the web apps into dist/ when their sources changed. @throws Error with what the build said */
export async function buildWeb({ say, force = false }: BuildOptions): Promise<void> {
  const hash = await sourceHash()
  const built = await readFile(STAMP, 'utf8').catch(() => '')
  if (built === hash && !force) return
  const started = Date.now()
  say('building the web apps (about 20 s)')
  await mkdir(DIST, { recursive: true })
  const next = join(DIST, `.next-${process.pid}`)
  try {
    await bundle(next)
    await putInPlace(next)
  } finally {
    await rm(next, { recursive: true, force: true })
  }
  await writeFile(STAMP, hash)
  say(`web apps built in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}
