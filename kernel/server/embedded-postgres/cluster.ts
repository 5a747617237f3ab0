import { createHash, randomBytes } from 'node:crypto'
import {
  access,
  appendFile,
  chmod,
  chown,
  constants,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Account, canEnter, isRoot, type ProgramResult, runProgram } from './account.ts'
import { type Binaries, programOf } from './binaries.ts'

/** The superuser of the cluster, the only login it has. */
export const databaseUser = 'yige'
export const settingsFile = 'yige.conf'
const passwordFile = 'yige.password'
const placeFile = 'postgres.location'
const sharedState = '/var/lib/yige'

/** libc's name for "UTF-8, no country": with plain C, PostgreSQL sees no letters in Chinese text. */
const characterLocales = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'C']

/**
 * The folder of the cluster: `<dataDir>/postgres`, unless PostgreSQL's account cannot get there (root's
 * private home). Then it is a folder under /var/lib/yige, written down in `<dataDir>/postgres.location`.
 */
export async function placeCluster(
  dataDir: string,
  account: Account | undefined,
  say: (line: string) => void,
): Promise<string> {
  const inside = join(dataDir, 'postgres')
  if (!account || (await canEnter(dataDir, account))) return inside
  const outside = join(sharedState, `data-${hashOf(dataDir)}`)
  await mkdir(sharedState, { recursive: true, mode: 0o755 }).catch(() => undefined)
  if (!(await canEnter(sharedState, account))) throw unreachable(dataDir, account)
  if (await exists(inside)) {
    throw unreachable(dataDir, account)
  }
  // The data folder was deleted, that is, a fresh start is wanted: what its old database held is kept aside.
  if (await exists(outside)) await rename(outside, `${outside}.old-${Date.now()}`)
  say(
    `数据库不能以 root 运行，而用户 ${account.name} 进不了 ${dataDir}，所以数据放在 ${outside}。 / ` +
      `PostgreSQL runs as ${account.name}, who cannot enter ${dataDir}: its data is in ${outside}.`,
  )
  return outside
}

/** The cluster's folder as written down by an earlier start, or its usual place. */
export async function knownCluster(dataDir: string): Promise<string> {
  const recorded = await readFile(join(dataDir, placeFile), 'utf8').catch(() => '')
  return recorded.trim() || join(dataDir, 'postgres')
}

/** Writes down where the cluster is, when it is not in the data folder. */
export async function recordPlace(dataDir: string, cluster: string): Promise<void> {
  if (dirname(cluster) !== dataDir) await writeFile(join(dataDir, placeFile), `${cluster}\n`)
}

/** Is there a cluster? Throws when one is written down and gone, where an empty new one would hide the loss. */
export async function hasCluster(dataDir: string, cluster: string): Promise<boolean> {
  if (await exists(cluster)) return true
  const record = join(dataDir, placeFile)
  if (!(await exists(record))) return false
  throw new Error(
    `${record} 写着数据库在 ${cluster}，但那里没有。请把它恢复到原处；确定不要旧数据时删除 ${record} 再启动。\n` +
      `${record} says that the database is in ${cluster}, but it is not there. Restore it, or delete ${record} to start with an empty one.`,
  )
}

/**
 * Makes a new cluster: UTF-8, the builtin C.UTF-8 locale (the same order on every system and version) and a
 * random password. It is made beside its place and moved there when whole, so a kill leaves nothing half made.
 */
export async function createCluster(cluster: string, binaries: Binaries, account: Account | undefined) {
  await removeLeftovers(cluster)
  const unfinished = `${cluster}.new-${process.pid}`
  await mkdir(unfinished, { mode: 0o700 })
  try {
    if (account) await chown(unfinished, account.uid, account.gid)
    const password = join(unfinished, 'password')
    await writeFile(password, randomBytes(24).toString('hex'), { mode: 0o600 })
    if (account) await chown(password, account.uid, account.gid)
    const made = join(unfinished, 'cluster')
    await initialize(made, password, { binaries, account })
    await appendFile(join(made, 'postgresql.conf'), `\ninclude_if_exists = '${settingsFile}'\n`)
    await rename(password, join(made, passwordFile))
    await rename(made, cluster)
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

/** The password of `databaseUser`; it lies in the cluster's own private folder, so the two never part. */
export async function readPassword(cluster: string): Promise<string> {
  try {
    return (await readFile(join(cluster, passwordFile), 'utf8')).trim()
  } catch {
    throw new Error(
      `读不到数据库密码 ${join(cluster, passwordFile)}。请用当初启动的那个用户（或 root）启动，或从备份恢复这个文件。\n` +
        `Cannot read the database password. Start as the user who started it first (or as root), or restore the file from a backup.`,
    )
  }
}

/** Throws when the cluster was made by another major version: PostgreSQL would refuse it in its own words. */
export async function requireSameMajor(cluster: string, binaries: Binaries): Promise<void> {
  const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  if (found === binaries.major) return
  throw new Error(
    `数据目录 ${cluster} 属于 PostgreSQL ${found}，这里带的是 ${binaries.major}。请用原来的版本运行 yige backup，再在新目录 yige restore；或把 YIGE_DATA_DIR 指向新目录。\n` +
      `The data directory ${cluster} is of PostgreSQL ${found}, this release brings ${binaries.major}. Run "yige backup" with the earlier release and "yige restore" into a new directory, or point YIGE_DATA_DIR elsewhere.`,
  )
}

/** Ten characters that stand for a path, for names that must be short. */
export function hashOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 10)
}

async function initialize(
  directory: string,
  password: string,
  { binaries, account }: { binaries: Binaries; account: Account | undefined },
): Promise<void> {
  let result: ProgramResult = { code: 1, output: '' }
  for (const locale of characterLocales) {
    const args = [
      `--pgdata=${directory}`,
      `--username=${databaseUser}`,
      `--pwfile=${password}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      `--lc-ctype=${locale}`,
      '--lc-collate=C',
      '--lc-messages=C',
    ]
    result = await runProgram(programOf(binaries, 'initdb'), args, account)
    if (result.code === 0 || !/locale/i.test(result.output)) break
  }
  if (result.code === 0) return
  throw new Error(
    `建立数据库失败（${directory}）。请检查磁盘空间和目录权限。\n` +
      `Creating the database failed. Check free disk space and the rights on the folder.\n${result.code} ${result.output.slice(-2000)}`,
  )
}

async function removeLeftovers(cluster: string): Promise<void> {
  const parent = dirname(cluster)
  for (const name of await readdir(parent)) {
    if (name.startsWith(`${basename(cluster)}.new-`))
      await rm(join(parent, name), { recursive: true, force: true })
  }
}

function unreachable(dataDir: string, account: Account): Error {
  return new Error(
    `数据库以用户 ${account.name} 运行，但它进不了 ${dataDir}。请把 YIGE_DATA_DIR 设到它能进的目录（如 /var/lib/yige/data），或用普通用户启动。\n` +
      `PostgreSQL runs as ${account.name}, who cannot enter ${dataDir}. Set YIGE_DATA_DIR to a folder it can enter (such as /var/lib/yige/data), or start as an ordinary user.`,
  )
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined
}

/** Makes the data folder and its list of users, owned like the folder so that root leaves no traps behind. */
export async function prepareDataDir(dataDir: string): Promise<string> {
  if (!(await exists(dataDir))) {
    await mkdir(dataDir, { recursive: true })
    // As root, PostgreSQL's account must pass through; it can list nothing and each folder inside guards itself.
    await chmod(dataDir, isRoot() ? 0o711 : 0o700)
  }
  const users = join(dataDir, 'users')
  await mkdir(users, { recursive: true, mode: 0o700 })
  await ownLike(dataDir, users)
  await access(dataDir, constants.W_OK)
  await access(users, constants.W_OK)
  return users
}

/** When root, gives a new file to the owner of the data folder. */
export async function ownLike(dataDir: string, path: string): Promise<void> {
  if (!isRoot()) return
  const { uid, gid } = await lstat(dataDir)
  await chown(path, uid, gid)
}
