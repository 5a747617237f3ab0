import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { isSoundKey } from '../store/store.ts'
import { isLocked, type Opener, unlocked } from './age.ts'
import { BackupError, damaged } from './backup-error.ts'
import {
  filesFolder,
  jobsMember,
  type Manifest,
  manifestMember,
  readManifest,
  sealMember,
  secretMember,
  tableOf,
} from './manifest.ts'
import { progressOf } from './progress.ts'
import { type TarMember, tarMembers } from './tar.ts'

/** What an archive holds, in its order: tables with those that others point at first, jobs, files. */
export type Part =
  | { kind: 'table'; name: string; content: AsyncIterable<Buffer> }
  | { kind: 'jobs'; content: AsyncIterable<Buffer> }
  | { kind: 'file'; key: string; content: AsyncIterable<Buffer> }

/** A backup whose every byte was found to be as it was written. */
export type OpenBackup = {
  readonly manifest: Manifest
  readonly secretKey: string | undefined
  readonly isLocked: boolean
  /** Each part is to be read before the next one is asked for. */
  parts(): AsyncGenerator<Part>
}

type Say = (line: string) => void
const largestManifest = 64 * 1_048_576
const kept = new Set([manifestMember, sealMember, secretMember])

/** Reads the whole archive once and compares all digests before anything of it is used. @throws BackupError */
export async function openBackup(source: string, opener: Opener = {}, say: Say = () => undefined) {
  const { size, locked } = await lookAt(source)
  const members = async (told: (bytes: number) => void = () => undefined) => {
    const bytes = createReadStream(source, { highWaterMark: 256 * 1024 })
    let done = 0
    bytes.on('data', (chunk) => told((done += chunk.length)))
    const web = Readable.toWeb(bytes) as ReadableStream<Uint8Array>
    return tarMembers(locked ? await unlocked(web, opener) : web)
  }
  const progress = progressOf(say, size)
  const read = await readThrough(await members((bytes) => progress(bytes, ''))).catch(asDamage)
  refuseUnequal(read)
  const backup: OpenBackup = {
    manifest: read.manifest,
    secretKey: read.secretKey,
    isLocked: locked,
    async *parts() {
      yield* partsIn(await members())
    },
  }
  return backup
}

async function lookAt(source: string): Promise<{ size: number; locked: boolean }> {
  const file = await open(source).catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(`打不开备份文件 / cannot open the backup: ${error.message}`)
  })
  try {
    const first = Buffer.alloc(32)
    await file.read(first, 0, first.length, 0)
    return { size: (await file.stat()).size, locked: isLocked(first) }
  } finally {
    await file.close()
  }
}

/** What is closed and was changed fails inside the cipher, with words of its own. */
function asDamage(error: unknown): never {
  if (error instanceof BackupError) throw error
  throw damaged('解密时发现内容被改动或被截断', 'it was changed or cut after it was encrypted')
}

type Read = {
  manifest: Manifest
  seal: string | undefined
  secretKey: string | undefined
  tables: Map<string, Hash>
  singles: Map<string, string>
  files: Manifest['files']
}

async function readThrough(members: AsyncIterable<TarMember>): Promise<Read> {
  const tables: Read['tables'] = new Map()
  const singles: Read['singles'] = new Map()
  const list = createHash('sha256')
  const files = { count: 0, bytes: 0 }
  const texts = new Map<string, string>()
  for await (const { name, bytes, content } of members) {
    const table = tableOf(name)
    const whole = createHash('sha256')
    const ofTable = table === undefined ? undefined : (tables.get(table) ?? createHash('sha256'))
    const keeps = kept.has(name)
    if (keeps && bytes > largestManifest) throw damaged('清单太大', 'its manifest is too large')
    const chunks: Buffer[] = []
    for await (const chunk of content) {
      ;(ofTable ?? whole).update(chunk)
      if (keeps) chunks.push(Buffer.from(chunk))
    }
    if (keeps) texts.set(name, Buffer.concat(chunks).toString('utf8'))
    if (table !== undefined && ofTable) tables.set(table, ofTable)
    else if (!name.startsWith(filesFolder)) singles.set(name, whole.digest('hex'))
    else {
      list.update(`${name} ${bytes} ${whole.digest('hex')}\n`)
      files.count += 1
      files.bytes += bytes
    }
  }
  const manifest = texts.get(manifestMember)
  if (manifest === undefined) throw damaged('没有清单', 'it has no manifest')
  const seal = texts.get(sealMember)?.trim()
  const sha256 = list.digest('hex')
  const secretKey = texts.get(secretMember)
  return { manifest: readManifest(manifest), seal, secretKey, tables, singles, files: { ...files, sha256 } }
}

/** @throws BackupError naming the first part that is not what the manifest says. */
function refuseUnequal({ manifest, seal, tables, singles, files }: Read): void {
  if (manifest.formatVersion > 1 && seal !== singles.get(manifestMember))
    throw damaged('清单', 'the manifest')
  for (const { name, sha256 } of manifest.tables) {
    const found = (tables.get(name) ?? createHash('sha256')).digest('hex')
    if (found !== sha256) throw damaged(`表 ${name}`, `table ${name}`)
  }
  if (manifest.jobs && singles.get(jobsMember) !== manifest.jobs.sha256) throw damaged('后台任务', 'the jobs')
  if ((singles.get(secretMember) ?? null) !== manifest.secret) throw damaged('密钥', 'the secret key')
  if (files.sha256 !== manifest.files.sha256) throw damaged('照片等文件', 'the files')
}

async function* partsIn(members: AsyncGenerator<TarMember>): AsyncGenerator<Part> {
  let next = await members.next()
  while (!next.done) {
    const { name, content } = next.value
    const table = tableOf(name)
    if (table !== undefined) {
      const pieces = piecesOf(table, members, next.value)
      yield { kind: 'table', name: table, content: pieces.content }
      next = await pieces.after()
      continue
    }
    if (name === jobsMember) yield { kind: 'jobs', content }
    else if (name.startsWith(filesFolder)) yield { kind: 'file', key: keyIn(name), content }
    next = await members.next()
  }
}

/** The pieces of one table as one content; `after` gives the member behind the last of them. */
function piecesOf(table: string, members: AsyncGenerator<TarMember>, first: TarMember) {
  let next: IteratorResult<TarMember, void> = { done: false, value: first }
  async function* content(): AsyncGenerator<Buffer> {
    while (!next.done && tableOf(next.value.name) === table) {
      yield* next.value.content
      next = await members.next()
    }
  }
  const all = content()
  return {
    content: all,
    async after() {
      while (!(await all.next()).done);
      return next
    },
  }
}

/** An archive made by somebody else must not write outside its folder. */
function keyIn(member: string): string {
  const key = member.slice(filesFolder.length)
  if (isSoundKey(key)) return key
  throw new BackupError(`文件名不对，没有恢复 / a name that cannot be, nothing was restored: ${key}`)
}
