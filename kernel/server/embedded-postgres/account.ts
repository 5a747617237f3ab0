import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'

/** The system user PostgreSQL runs as. */
export type Account = { name: string; uid: number; gid: number }

/** What a program said: `code` 0 is success, a system error's code (as 'EACCES') when it could not run. */
export type ProgramResult = { code: number | string; output: string }

const createCommands: readonly (readonly [string, ...string[]])[] = [
  [
    'useradd',
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/',
    '--shell',
    '/bin/false',
    'yige',
  ],
  // busybox knows only adduser, Debian's adduser only long options
  ['adduser', '-S', '-D', '-H', '-h', '/', '-s', '/bin/false', 'yige'],
  ['adduser', '--system', '--group', '--no-create-home', '--home', '/', 'yige'],
]

/** Are we the superuser, under whom PostgreSQL refuses to run? */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * The user to run PostgreSQL as, or undefined to run as we are. Only root changes: to the owner of data
 * that exist already, else to `postgres`, else to a system user `yige` made on the spot.
 * initdb wants a user with an entry in the system's list, so a bare number would not do.
 */
export async function chooseAccount(cluster: string): Promise<Account | undefined> {
  if (!isRoot()) return undefined
  const owner = await stat(cluster).catch(() => undefined)
  if (owner && owner.uid !== 0) return { name: String(owner.uid), uid: owner.uid, gid: owner.gid }
  if (process.platform === 'darwin') return accountBehindSudo()
  const known = (await findAccount('postgres')) ?? (await findAccount('yige'))
  if (known) return known
  for (const [command, ...args] of createCommands) {
    await runProgram(command, args)
    const made = await findAccount('yige')
    if (made) return made
  }
  const nobody = await findAccount('nobody')
  if (nobody) return nobody
  throw new Error(
    '数据库不能以 root 运行，也没能建立系统用户 yige。请先建立一个名为 postgres 的系统用户，或用普通用户启动，或设置 DATABASE_URL。\n' +
      'PostgreSQL does not run as root and the system user "yige" could not be created. Create a system user named "postgres", start as an ordinary user, or set DATABASE_URL.',
  )
}

/** Runs a program to its end as `account`, in the root directory so that no private folder is in its way. */
export function runProgram(
  file: string,
  args: readonly string[],
  account?: Account,
  input?: string,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const options = { ...identityOf(account), cwd: workingRoot(), env: plainEnvironment(), windowsHide: true }
    const child = execFile(file, [...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? (error.code ?? 1) : 0, output: `${stdout}${stderr}` }),
    )
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input ?? '')
  })
}

/** Can this account (undefined: ourselves) enter the folder? Asked of the system, which knows groups and ACLs. */
export async function canEnter(folder: string, account: Account | undefined): Promise<boolean> {
  if (!account) return true
  const result = await runProgram('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], account)
  return result.code === 0
}

/** Spawn options that change to the account. */
export function identityOf(
  account: Account | undefined,
): { uid: number; gid: number } | Record<string, never> {
  return account ? { uid: account.uid, gid: account.gid } : {}
}

/** A folder everyone may be in. */
export function workingRoot(): string {
  return process.platform === 'win32' ? (process.env['SystemRoot'] ?? 'C:\\') : '/'
}

/**
 * The environment for PostgreSQL's programs. Not our own: PGDATA, PGPORT and the like would change what they
 * do, a local language would change their messages, and our secrets are none of their business.
 */
export function plainEnvironment(): Record<string, string> {
  const kept: Record<string, string> = { LC_ALL: 'C' }
  for (const name of ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'SystemDrive', 'COMSPEC']) {
    const value = process.env[name]
    if (value !== undefined) kept[name] = value
  }
  return kept
}

async function findAccount(name: string): Promise<Account | undefined> {
  const list = await readFile('/etc/passwd', 'utf8').catch(() => '')
  for (const line of list.split('\n')) {
    const [entry, , uid, gid] = line.split(':')
    if (entry === name && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) }
  }
  return undefined
}

function accountBehindSudo(): Account {
  const uid = Number(process.env['SUDO_UID'])
  const gid = Number(process.env['SUDO_GID'])
  if (uid > 0 && gid > 0) return { name: process.env['SUDO_USER'] ?? String(uid), uid, gid }
  throw new Error(
    '数据库不能以 root 运行。请用普通用户启动。\nPostgreSQL does not run as root. Start as an ordinary user.',
  )
}
