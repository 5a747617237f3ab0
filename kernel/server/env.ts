import path from 'node:path'
import type { Bucket } from './store/object-store.ts'

/** Settings of one process, read from the environment once at start. */
export type Settings = {
  port: number
  host: string
  /** Absent: the embedded PostgreSQL is used. */
  databaseUrl: string | undefined
  /** The server itself, where `databaseUrl` names a pooler in front of it: for migrations, the queue's LISTEN, backups. */
  directUrl: string | undefined
  /** Off for poolers that do not know prepared statements: PgBouncer before 1.21 in transaction mode. */
  prepares: boolean
  /** Absolute. Files unless a bucket is named, and the embedded database. */
  dataDir: string
  /** Absent: files lie in the data directory. */
  bucket: Bucket | undefined
  /** Absent with the embedded database: a key is made and kept in the data directory. */
  secretKey: string | undefined
  publicUrl: string | undefined
  demo: boolean
  logLevel: string
  /** How many proxies in front of us may be believed about the caller's address. */
  trustProxy: number
  /** Connections to PostgreSQL of this process. */
  poolSize: number
}

export class SettingsError extends Error {}

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']

function whole(env: NodeJS.ProcessEnv, name: string, fallback: number, range: [number, number]): number {
  const text = env[name]
  if (text === undefined || text === '') return fallback
  const value = Number(text)
  if (Number.isInteger(value) && value >= range[0] && value <= range[1]) return value
  throw new SettingsError(
    `${name}=${text}: 应为 ${range[0]} 到 ${range[1]} 之间的整数 / must be a whole number from ${range[0]} to ${range[1]}`,
  )
}

function flag(env: NodeJS.ProcessEnv, name: string): boolean | undefined {
  const text = env[name]
  if (text === undefined || text === '') return undefined
  if (text === '1' || text === '0') return text === '1'
  throw new SettingsError(`${name}=${text}: 只能是 1 或 0 / must be 1 or 0`)
}

function databaseAddress(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const text = env[name] || undefined
  if (!text || /^postgres(ql)?:\/\//.test(text)) return text
  throw new SettingsError(`${name}: 应以 postgresql:// 开头 / must begin with postgresql://`)
}

/** The demonstration has a password everybody knows: never on a database that was named. */
function demoFlag(env: NodeJS.ProcessEnv, databaseUrl: string | undefined): boolean {
  const wanted = flag(env, 'YIGE_DEMO') ?? false
  if (!wanted || !databaseUrl) return wanted
  throw new SettingsError(
    'YIGE_DEMO=1: 示范模式不能用于 DATABASE_URL 指定的数据库 / the demonstration never runs on a database named by DATABASE_URL',
  )
}

function webAddress(env: NodeJS.ProcessEnv): string | undefined {
  const text = env['PUBLIC_URL']
  if (!text) return undefined
  if (URL.canParse(text) && /^https?:/.test(text)) return text.replace(/\/+$/, '')
  throw new SettingsError(
    `PUBLIC_URL=${text}: 应为 https:// 开头的网址 / must be an address beginning with https://`,
  )
}

function secret(env: NodeJS.ProcessEnv, databaseUrl: string | undefined): string | undefined {
  const text = env['YIGE_SECRET_KEY']
  if (text && text.length >= 32) return text
  if (text) {
    throw new SettingsError(
      'YIGE_SECRET_KEY: 至少 32 个字符 / must have at least 32 characters (openssl rand -hex 32)',
    )
  }
  if (!databaseUrl) return undefined
  throw new SettingsError(
    'YIGE_SECRET_KEY: 使用外部数据库时必须设置，所有进程相同，请妥善备份 / is required with DATABASE_URL, the same for every process; keep a copy (openssl rand -hex 32)',
  )
}

/** A bucket of an object store, when one is named. */
function bucket(env: NodeJS.ProcessEnv): Bucket | undefined {
  const value = (name: string): string => env[`YIGE_FILES_S3_${name}`] ?? ''
  const pathStyle = flag(env, 'YIGE_FILES_S3_PATH_STYLE') ?? false
  const names = ['BUCKET', 'REGION', 'KEY', 'SECRET'] as const
  const endpoint = value('ENDPOINT') || undefined
  if (!endpoint && names.every((name) => value(name) === '')) return undefined
  for (const name of names) {
    if (value(name) === '') {
      throw new SettingsError(
        `YIGE_FILES_S3_${name}: 照片存对象存储时必须设置 / is required when files lie in an object store`,
      )
    }
  }
  if (endpoint && !(URL.canParse(endpoint) && /^https?:/.test(endpoint))) {
    throw new SettingsError(
      `YIGE_FILES_S3_ENDPOINT=${endpoint}: 应为 https:// 开头的网址 / must be an address beginning with https://`,
    )
  }
  const keys = { key: value('KEY'), secret: value('SECRET') }
  return { endpoint, name: value('BUCKET'), region: value('REGION'), ...keys, pathStyle }
}

/** @throws SettingsError naming the setting and what it should be, in both languages. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const databaseUrl = databaseAddress(env, 'DATABASE_URL')
  const logLevel = env['YIGE_LOG_LEVEL'] || 'info'
  if (!logLevels.includes(logLevel)) {
    throw new SettingsError(`YIGE_LOG_LEVEL=${logLevel}: ${logLevels.join(' | ')}`)
  }
  return {
    port: whole(env, 'PORT', 8080, [0, 65_535]),
    host: env['HOST'] || '0.0.0.0',
    databaseUrl,
    directUrl: databaseAddress(env, 'DATABASE_DIRECT_URL') ?? databaseUrl,
    prepares: flag(env, 'YIGE_PREPARED_STATEMENTS') ?? true,
    dataDir: path.resolve(env['YIGE_DATA_DIR'] || '.data'),
    bucket: bucket(env),
    secretKey: secret(env, databaseUrl),
    publicUrl: webAddress(env),
    demo: demoFlag(env, databaseUrl),
    logLevel,
    trustProxy: whole(env, 'YIGE_TRUST_PROXY', 0, [0, 10]),
    poolSize: whole(env, 'YIGE_POOL_SIZE', 12, [2, 200]),
  }
}
