import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { BackupError, damaged } from './backup-error.ts'
import {
  filesFolder,
  type Manifest,
  manifestMember,
  readManifest,
  secretMember,
  tableMember,
} from './manifest.ts'
import { contentOf, type TarMember, tarMembers } from './tar.ts'

/** A backup whose every byte was found to be as it was written. */
export type OpenBackup = {
  readonly manifest: Manifest
  readonly secretKey: string | undefined
  table(name: string): AsyncIterable<Buffer> | undefined
  /** Path below the files' folder, with slashes, and content. */
  files(): AsyncGenerator<{ path: string; content: AsyncIterable<Buffer> }>
  close(): Promise<void>
}

const largestManifest = 64 * 1_048_576

/** Reads the whole archive once and compares all digests before anything of it is used. @throws BackupError */
export async function openBackup(source: string): Promise<OpenBackup> {
  const file = await open(source).catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(`打不开备份文件 / cannot open the backup: ${error.message}`)
  })
  try {
    const read = await readThrough(file)
    refuseUnequal(read)
    const secret = read.members.get(secretMember)
    return {
      manifest: read.manifest,
      secretKey: secret && (await textOf(file, secret.member)),
      table(name) {
        const found = read.members.get(tableMember(name))
        return found && contentOf(file, found.member)
      },
      files: () => filesIn(file),
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

type Read = {
  manifest: Manifest
  /** Those that are not files: a few dozen. */
  members: Map<string, { member: TarMember; sha256: string }>
  files: Manifest['files']
}

async function readThrough(file: FileHandle): Promise<Read> {
  const members: Read['members'] = new Map()
  const list = createHash('sha256')
  const files = { count: 0, bytes: 0 }
  let manifest: Manifest | undefined
  for await (const member of tarMembers(file)) {
    if (member.name === manifestMember) {
      if (member.bytes > largestManifest) throw damaged('清单太大', 'its manifest is too large')
      manifest = readManifest(await textOf(file, member))
      continue
    }
    const digest = createHash('sha256')
    for await (const chunk of contentOf(file, member)) digest.update(chunk)
    const sha256 = digest.digest('hex')
    if (member.name.startsWith(filesFolder)) {
      list.update(`${member.name} ${member.bytes} ${sha256}\n`)
      files.count += 1
      files.bytes += member.bytes
    } else members.set(member.name, { member, sha256 })
  }
  if (!manifest) throw damaged('没有清单', 'it has no manifest')
  return { manifest, members, files: { ...files, sha256: list.digest('hex') } }
}

/** @throws BackupError naming the first member that is not what the manifest says. */
function refuseUnequal({ manifest, members, files }: Read): void {
  for (const { name, sha256 } of manifest.tables) {
    if (members.get(tableMember(name))?.sha256 !== sha256) throw damaged(`表 ${name}`, `table ${name}`)
  }
  if ((members.get(secretMember)?.sha256 ?? null) !== manifest.secret) throw damaged('密钥', 'the secret key')
  if (files.sha256 !== manifest.files.sha256) throw damaged('照片等文件', 'the files')
}

async function textOf(file: FileHandle, member: TarMember): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of contentOf(file, member)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

async function* filesIn(file: FileHandle): ReturnType<OpenBackup['files']> {
  for await (const member of tarMembers(file)) {
    if (!member.name.startsWith(filesFolder)) continue
    const path = member.name.slice(filesFolder.length)
    // An archive made by somebody else must not write outside its folder.
    if (!/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(path)) {
      throw new BackupError(`文件名不对，没有恢复 / a name that cannot be, nothing was restored: ${path}`)
    }
    yield { path, content: contentOf(file, member) }
  }
}
