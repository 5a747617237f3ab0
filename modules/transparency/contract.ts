import { Type, type Static } from 'typebox'
import { Instant, PageQuery } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'
import { receiptNotFound } from '#modules/matters/contract.ts'

export const notPublishedYet = problem('transparency.not-published-yet', 409, {
  zh: '这件来件刚收到，还没有进入公开记录。公开记录每小时发布一次，请过一会儿再看。',
  en: 'This was received just now and is not in the public log yet. The log is published every hour; look again later.',
})
export const headUnknown = problem('transparency.head-unknown', 404, {
  zh: '没有发布过这样大小的公开记录。',
  en: 'No log of this size was published.',
})

/** Bytes as lower-case hexadecimal digits. */
const Hex = Type.String({ pattern: '^([0-9a-f]{2})*$' })
/** 32 bytes. */
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })

/** A published root. `signature` is Ed25519 over the text `yige log\n<district>\n<size>\n<root>\n<publishedAt>\n`. */
export const Head = Type.Object({
  district: Type.Integer(),
  size: Type.Integer(),
  root: Hash,
  publishedAt: Instant,
  signature: Hex,
})
export type Head = Static<typeof Head>

export const Proof = Type.Object({
  /** What this file is, for whoever finds it later. */
  format: Type.Literal('yige-proof-1'),
  number: Type.Optional(Type.String()),
  /** SHA-256 over `text` is `fingerprint`. Without text once the words were erased. */
  report: Type.Object({ text: Type.Optional(Type.String()), fingerprint: Hash }),
  /** SHA-256 over the bytes of `previous` and then `text` is `hash`; the text holds the fingerprint. */
  event: Type.Object({ previous: Hash, text: Type.String(), hash: Hash }),
  /** Leaf 0 is the first. The leaf is SHA-256(0x00 ‖ event hash), an inner node SHA-256(0x01 ‖ left ‖ right) (RFC 9162). */
  leaf: Type.Integer(),
  path: Type.Array(Hash),
  head: Head,
  /** Ed25519, 32 bytes. */
  publicKey: Hash,
})
export type Proof = Static<typeof Proof>

export const listHeads = route({
  method: 'GET',
  path: '/transparency/heads',
  summary: 'The published roots of the log, the newest first',
  permission: 'public',
  scope: 'none',
  query: Type.Object(PageQuery),
  returns: Type.Object({ publicKey: Hash, items: Type.Array(Head), next: Type.Optional(Type.String()) }),
})

export const readProof = route({
  method: 'GET',
  path: '/receipts/:code/proof',
  summary:
    'Shows that a report stands in the published log: its event, the path to the root, the signed root',
  permission: 'public',
  scope: 'own',
  perMinute: 60,
  params: Type.Object({
    code: Type.String({ minLength: 4, maxLength: 20, pattern: '^[0-9a-zA-Z -]+$' }),
  }),
  returns: Proof,
  problems: [receiptNotFound, notPublishedYet],
})

export const readGrowth = route({
  method: 'GET',
  path: '/transparency/growth',
  summary: 'The consistency proof (RFC 9162 2.1.4) that one published log is the beginning of another',
  permission: 'public',
  scope: 'none',
  perMinute: 60,
  query: Type.Object({ first: Type.Integer({ minimum: 1 }), second: Type.Integer({ minimum: 1 }) }),
  returns: Type.Object({ first: Head, second: Head, path: Type.Array(Hash) }),
  problems: [headUnknown],
})

export const listLeaves = route({
  method: 'GET',
  path: '/transparency/leaves',
  summary: 'The leaf hashes of the published log in order, for whoever keeps a copy and recomputes the roots',
  permission: 'public',
  scope: 'none',
  perMinute: 120,
  query: Type.Object({
    from: Type.Optional(Type.Integer({ minimum: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  }),
  returns: Type.Object({ from: Type.Integer(), leaves: Type.Array(Hash) }),
})
