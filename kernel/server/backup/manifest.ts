import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import type { PersonalData } from '../personal-data.ts'
import { BackupError, damaged } from './backup-error.ts'

const Digest = Type.String({ pattern: '^[0-9a-f]{64}$' })

/** The last member of the archive: what is in it, and how to see that it is whole. */
export const Manifest = Type.Object({
  format: Type.Literal('yige-backup'),
  /** 1: each table one member. 2: a table in pieces, so that the archive can be written from front to back; jobs. */
  formatVersion: Type.Union([Type.Literal(1), Type.Literal(2)]),
  /** Of the product that made it. */
  version: Type.String(),
  createdAt: Type.String(),
  postgres: Type.String(),
  migrations: Type.Array(Type.Object({ name: Type.String(), checksum: Type.String() })),
  districts: Type.Array(Type.Object({ id: Type.Integer(), name: Type.String() })),
  /** `bytes` and `sha256` are of all pieces of a table, one behind the other. */
  tables: Type.Array(
    Type.Object({ name: Type.String(), rows: Type.Integer(), bytes: Type.Integer(), sha256: Digest }),
  ),
  /** Background work that waited; absent in version 1. */
  jobs: Type.Optional(Type.Object({ count: Type.Integer(), sha256: Digest })),
  /** `sha256` is that of the lines `<member> <bytes> <sha256>` of all files, in the order of the archive. */
  files: Type.Object({ count: Type.Integer(), bytes: Type.Integer(), sha256: Digest }),
  /** Of the secret key's member, when it was asked for. */
  secret: Type.Union([Digest, Type.Null()]),
  /** Tells whether a key is the one the data was sealed with, without giving it away. */
  keyMark: Type.String(),
})
export type Manifest = Static<typeof Manifest>

export const manifestMember = 'manifest.json'
/** The digest of the manifest itself, at the very end of version 2. */
export const sealMember = 'manifest.sha256'
export const secretMember = 'secret.key'
export const jobsMember = 'jobs.jsonl.gz'
export const filesFolder = 'files/'

export const pieceMember = (table: string, piece: number): string =>
  `tables/${table}/${String(piece).padStart(6, '0')}.jsonl.gz`

/** The table a member belongs to, whole or a piece of it. */
export const tableOf = (member: string): string | undefined =>
  /^tables\/([\w$]+?)(?:\/\d{6})?\.jsonl\.gz$/.exec(member)?.[1]

export const keyMarkOf = (personalData: PersonalData, createdAt: string): string =>
  personalData.sign('backup', createdAt)

export const isSameKey = (personalData: PersonalData, { createdAt, keyMark }: Manifest): boolean =>
  personalData.verifySignature('backup', createdAt, keyMark)

/** @throws BackupError when it is no manifest, or one of a newer form. */
export function readManifest(text: string): Manifest {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    throw damaged('清单读不出来', 'its manifest cannot be read')
  }
  if (Value.Check(Manifest, given)) return given
  throw new BackupError(
    '备份的清单不认识：可能由更新的版本备份，请先更新一格 / unknown manifest: the backup may come from a newer version, update Yige first',
  )
}
