import { chmod, chown, lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, canEnter } from './account.ts'
import { hashOf, settingsFile } from './cluster.ts'

/** Linux allows 107 bytes for a socket's path, macOS 103. */
const longestSocketPath = 103
const socketPort = 5432

/**
 * Ours over PostgreSQL's defaults. No just-in-time compiling: it costs more than short queries take. Terse
 * messages without statements: the log must not hold people's names and telephone numbers.
 */
const ownSettings: Readonly<Record<string, string>> = {
  fsync: 'on',
  max_connections: '100',
  shared_buffers: '256MB',
  jit: 'off',
  update_process_title: 'off',
  max_wal_size: '2GB',
  checkpoint_completion_target: '0.9',
  timezone: 'Asia/Shanghai',
  log_timezone: 'Asia/Shanghai',
  lc_messages: 'C',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
}

/** Where a server started now will listen, by its cluster's folder. */
export async function chooseListening(
  cluster: string,
  account: Account | undefined,
): Promise<{ host: string; port: number }> {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: await freePort() }
  return { host: await makeSocketFolder(`yige-${hashOf(cluster)}`, account), port: socketPort }
}

/** Writes the settings file that the cluster's postgresql.conf includes; `overrides` win. */
export async function writeSettings(
  cluster: string,
  listening: { host: string; port: number },
  overrides: Readonly<Record<string, string>>,
): Promise<void> {
  const bySocket = listening.host.startsWith('/')
  const settings = {
    ...ownSettings,
    ...overrides,
    port: String(listening.port),
    listen_addresses: bySocket ? '' : listening.host,
    unix_socket_directories: bySocket ? `"${listening.host}"` : '',
    unix_socket_permissions: '0700',
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`)
  const unfinished = join(cluster, `${settingsFile}.new`)
  await writeFile(unfinished, `${lines.join('\n')}\n`, { mode: 0o644 })
  await rename(unfinished, join(cluster, settingsFile))
}

/** A short private folder for the socket: the data folder's own path may be longer than a socket may have. */
async function makeSocketFolder(name: string, account: Account | undefined): Promise<string> {
  const parents = [tmpdir(), '/tmp', '/var/tmp']
  for (const parent of parents) {
    if (Buffer.byteLength(`${join(parent, name)}-9/.s.PGSQL.${socketPort}`) > longestSocketPath) continue
    if (!(await canEnter(parent, account))) continue
    for (const ending of ['', '-1', '-2', '-3']) {
      const folder = join(parent, `${name}${ending}`)
      if (await takeFolder(folder, account)) return folder
    }
  }
  throw new Error(
    `没有地方放数据库的套接字，试过 ${parents.join('、')}。请把 TMPDIR 设为一个可写的短路径。\n` +
      `No place for the database's socket (tried ${parents.join(', ')}). Set TMPDIR to a short path that can be written.`,
  )
}

async function takeFolder(folder: string, account: Account | undefined): Promise<boolean> {
  const made = await mkdir(folder, { mode: 0o700 }).then(
    () => true,
    () => false,
  )
  if (made && account) await chown(folder, account.uid, account.gid)
  const found = await lstat(folder).catch(() => undefined)
  // In a shared folder anyone may have made the name before us: theirs would hear our connections.
  if (!found?.isDirectory() || found.uid !== (account?.uid ?? process.getuid?.())) return false
  await chmod(folder, 0o700)
  // No server of this cluster runs now; one that was killed leaves its socket, whose recorded id may live again.
  for (const name of [`.s.PGSQL.${socketPort}`, `.s.PGSQL.${socketPort}.lock`]) {
    await rm(join(folder, name), { force: true })
  }
  return true
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
