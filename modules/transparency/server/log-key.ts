import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { Context } from '#kernel/server/context.ts'
import type { Head } from '../contract.ts'

/** PKCS #8 around the 32 bytes of an Ed25519 key (RFC 8410), and the SubjectPublicKeyInfo around its public half. */
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicHead = Buffer.from('302a300506032b6570032100', 'hex')

/** The district's signing key, derived from the installation's secret: the same in every process, nowhere stored. */
function keyOf(ctx: Pick<Context, 'district' | 'personalData'>): KeyObject {
  const seed = createHash('sha256')
    .update(ctx.personalData.sign('transparency log', String(ctx.district.id)))
    .digest()
  return createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: 'der', type: 'pkcs8' })
}

export const publicKeyOf = (ctx: Pick<Context, 'district' | 'personalData'>): string =>
  createPublicKey(keyOf(ctx))
    .export({ format: 'der', type: 'spki' })
    .subarray(publicHead.length)
    .toString('hex')

export const headText = ({ district, size, root, publishedAt }: Omit<Head, 'signature'>): Buffer =>
  Buffer.from(`yige log\n${district}\n${size}\n${root}\n${publishedAt}\n`)

export const signHead = (ctx: Context, head: Omit<Head, 'signature'>): Buffer =>
  sign(null, headText(head), keyOf(ctx))

/** `publicKey` as 64 hexadecimal digits. */
export function headHolds(head: Head, publicKey: string): boolean {
  const key = createPublicKey({
    key: Buffer.concat([publicHead, Buffer.from(publicKey, 'hex')]),
    format: 'der',
    type: 'spki',
  })
  return verify(null, headText(head), key, Buffer.from(head.signature, 'hex'))
}
