import { realpath, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chooseAccount } from './embedded-postgres/account.ts'
import { findBinaries } from './embedded-postgres/binaries.ts'
import { countUsers, register, withdraw, withLock } from './embedded-postgres/claims.ts'
import {
  createCluster,
  databaseUser,
  hasCluster,
  knownCluster,
  ownLike,
  placeCluster,
  prepareDataDir,
  readPassword,
  recordPlace,
  requireSameMajor,
} from './embedded-postgres/cluster.ts'
import { askServer, connectionUrl, type Endpoint, ensureDatabase } from './embedded-postgres/connection.ts'
import { rotateLog } from './embedded-postgres/log-file.ts'
import {
  endPostmaster,
  findPostmaster,
  type Installation,
  type Postmaster,
  sendSignal,
  startPostmaster,
} from './embedded-postgres/postmaster.ts'
import { errorCode } from './embedded-postgres/processes.ts'
import { chooseListening, writeSettings } from './embedded-postgres/settings.ts'

/** A running embedded PostgreSQL, shared by every process that opened the same data folder. */
export type EmbeddedPostgres = {
  /** A connection string for `pg` and libpq. */
  url: string
  /** The folder of the unix socket; 127.0.0.1 on Windows. */
  host: string
  port: number
  user: string
  password: string
  /** False when another process of ours had started it, or one that was killed had left it behind. */
  startedHere: boolean
  /** Leaves the server; the last process to leave shuts it down and waits for it. May be called twice. */
  stop(): Promise<void>
}

export type EmbeddedPostgresOptions = {
  /** An absolute path: the folder for everything Yige keeps. Made when missing. */
  dataDir: string
  /** Made when missing; 'yige' unless given. */
  database?: string
  /** Told what takes longer than a moment, one line each. */
  say?: (line: string) => void
  /** PostgreSQL settings over our own; they count when this call starts the server, not when it joins one. */
  settings?: Record<string, string>
}

/** A server that gives no answer this long is ended and started anew; slower where others still work with it. */
const silencePatience = { alone: 5_000, shared: 30_000 }
const hour = 3_600_000

/**
 * Opens the embedded PostgreSQL of a data folder: makes it on first use, starts it when it does not run, joins
 * it when it does. Two processes may call at once. After a kill -9, of the server or of the process that had
 * started it, the next call recovers by itself. As root, the server runs as an unprivileged user.
 *
 * Throws an Error whose message says in Chinese and English what is wrong and what to do, with the last lines
 * of the server's log (`<dataDir>/postgres.log`) where they tell more.
 */
export async function openEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const users = await prepareDataDir(options.dataDir).catch((error: unknown) => {
    throw notWritable(options.dataDir, error)
  })
  const dataDir = await realpath(options.dataDir)
  const lock = join(dataDir, 'postgres.lock')
  return withLock(lock, async () => {
    // Written down before looking for a server, so that a process which is leaving now does not end it.
    const entry = register(users)
    try {
      const installation = await install(dataDir, options.say ?? (() => undefined))
      const joined = await joinServer(installation, countUsers(users) > 1)
      const server = joined ?? (await startServer(installation, options.settings ?? {}))
      const password = await readPassword(installation.cluster)
      const endpoint = { host: server.host, port: server.port, password }
      const database = options.database ?? 'yige'
      await ensureDatabase(endpoint, database)
      const leave = watchOver({ installation, users, entry, lock, pid: server.pid })
      return describe({ endpoint, database, startedHere: !joined, stop: leave })
    } catch (error) {
      withdraw(entry)
      throw error
    }
  })
}

/** Finds or makes the cluster and all it takes to run it. */
async function install(dataDir: string, say: (line: string) => void): Promise<Installation> {
  const known = await knownCluster(dataDir)
  const account = await chooseAccount(known)
  const binaries = await findBinaries(dataDir, account)
  const logFile = join(dataDir, 'postgres.log')
  if (await hasCluster(dataDir, known)) {
    await readPassword(known)
    await requireSameMajor(known, binaries)
    return { cluster: known, binaries, account, logFile, say }
  }
  const cluster = await placeCluster(dataDir, account, say)
  say('首次启动，正在建立数据库… / First start: creating the database…')
  await createCluster(cluster, binaries, account)
  await recordPlace(dataDir, cluster)
  return { cluster, binaries, account, logFile, say }
}

/** The server that runs already, if it answers. One that does not, or an orphan of another version, is ended. */
async function joinServer(installation: Installation, isUsed: boolean): Promise<Postmaster | undefined> {
  const { cluster, binaries, say } = installation
  const patience = isUsed ? silencePatience.shared : silencePatience.alone
  let silentSince: number | undefined
  for (;;) {
    const found = await findPostmaster(cluster)
    if (!found) return undefined
    const password = await readPassword(cluster)
    const asked = Date.now()
    const answer = await askServer({ host: found.host, port: found.port, password })
    if (answer.state === 'ready') {
      const isSame = answer.version === '' || `${binaries.version}.`.startsWith(`${answer.version}.`)
      if (isSame || isUsed) return found
      await endPostmaster(installation, found.pid)
      continue
    }
    if (answer.state === 'busy') silentSince = undefined
    else silentSince ??= asked
    if (silentSince !== undefined && Date.now() - silentSince > patience) {
      say('数据库没有回应，正在重新启动… / The database does not answer, restarting it…')
      await endPostmaster(installation, found.pid, 3_000)
      continue
    }
    await sleep(50)
  }
}

async function startServer(
  installation: Installation,
  settings: Readonly<Record<string, string>>,
): Promise<Postmaster> {
  const { cluster, account, logFile } = installation
  const listening = await chooseListening(cluster, account)
  await writeSettings(cluster, listening, settings)
  rotateLog(logFile)
  const started = await startPostmaster(installation)
  await ownLike(dirname(logFile), logFile)
  return started
}

type Watch = { installation: Installation; users: string; entry: string; lock: string; pid: number }

/** Keeps the log small and the count of users right; returns what leaves the server. */
function watchOver({ installation, users, entry, lock, pid }: Watch): () => Promise<void> {
  const rotation = setInterval(() => rotateLog(installation.logFile), hour)
  rotation.unref()
  // A process that exits without stopping (an uncaught error) still should not leave a server behind.
  const atExit = () => {
    withdraw(entry)
    // On Windows a signal would end it without saving; there it stays, and the next start joins it.
    if (process.platform !== 'win32' && countUsers(users) === 0) sendSignal(pid, 'SIGINT')
  }
  process.once('exit', atExit)
  let leaving: Promise<void> | undefined
  return () => {
    leaving ??= withLock(lock, async () => {
      clearInterval(rotation)
      process.off('exit', atExit)
      withdraw(entry)
      if (countUsers(users) > 0) return
      const running = await findPostmaster(installation.cluster)
      if (!running) return
      await endPostmaster(installation, running.pid)
      if (running.host.startsWith('/')) await rmdir(running.host).catch(() => undefined)
    })
    return leaving
  }
}

type Opened = { endpoint: Endpoint; database: string; startedHere: boolean; stop: () => Promise<void> }

function describe({ endpoint, database, startedHere, stop }: Opened): EmbeddedPostgres {
  return { ...endpoint, url: connectionUrl(endpoint, database), user: databaseUser, startedHere, stop }
}

function notWritable(dataDir: string, error: unknown): Error {
  return new Error(
    `数据目录 ${dataDir} 用不了（${errorCode(error) ?? String(error)}）。请用当初启动的用户启动，检查它的权限，或把 YIGE_DATA_DIR 指向别处。\n` +
      `The data folder ${dataDir} cannot be used. Start as the user who started first, check its rights, or point YIGE_DATA_DIR elsewhere.`,
  )
}
