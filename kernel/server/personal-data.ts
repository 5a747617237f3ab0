import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/**
 * Personal data at rest: AES-256-GCM, with an HMAC-SHA-256 blind index where equality must be searched.
 * `field` (`<table>.<column>`) and the district are bound in, so that a value copied to another column, table or
 * district does not open.
 */
export type PersonalData = {
  seal(district: number, field: string, text: string): Buffer
  /** @throws Error when the value was changed, moved, or sealed with another key. */
  open(district: number, field: string, sealed: Buffer): string
  blindIndex(district: number, field: string, text: string): Buffer
  /** Signs something short that the browser carries for us. */
  sign(purpose: string, text: string): string
  verifySignature(purpose: string, text: string, signature: string): boolean
}

const version = 1
const mostVerified = 20_000
const ivBytes = 12
const tagBytes = 16
const headBytes = 1 + ivBytes + tagBytes

const derive = (secret: string, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'yige', `yige ${use} v${version}`, 32))

const binding = (district: number, field: string): Buffer => Buffer.from(`${district}:${field}`)

export function personalDataWith(secret: string): PersonalData {
  const sealKey = derive(secret, 'seal')
  const indexKey = derive(secret, 'index')
  const signKey = derive(secret, 'sign')
  const sign = (purpose: string, text: string): string =>
    createHmac('sha256', signKey).update(`${purpose}:${text}`).digest('base64url').slice(0, 27)
  return {
    seal(district, field, text) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv).setAAD(binding(district, field))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.of(version), iv, cipher.getAuthTag(), body])
    },
    open(district, field, sealed) {
      if (sealed[0] !== version) throw new Error(`personal data sealed by unknown version ${sealed[0]}`)
      const iv = sealed.subarray(1, 1 + ivBytes)
      const decipher = createDecipheriv('aes-256-gcm', sealKey, iv).setAAD(binding(district, field))
      decipher.setAuthTag(sealed.subarray(1 + ivBytes, headBytes))
      return Buffer.concat([decipher.update(sealed.subarray(headBytes)), decipher.final()]).toString('utf8')
    },
    blindIndex: (district, field, text) =>
      createHmac('sha256', indexKey)
        .update(binding(district, field))
        .update('\0')
        .update(text)
        .digest()
        .subarray(0, 16),
    sign,
    verifySignature: verifierOf(sign),
  }
}

/** A session is shown with every call: what held once holds again, and the HMAC costs more than all else of a limit. */
function verifierOf(sign: PersonalData['sign']): PersonalData['verifySignature'] {
  const verified = new Set<string>()
  return (purpose, text, signature) => {
    const whole = `${purpose}:${text}.${signature}`
    if (verified.has(whole)) return true
    const expected = Buffer.from(sign(purpose, text))
    const given = Buffer.from(signature)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false
    if (verified.size >= mostVerified) verified.clear()
    verified.add(whole)
    return true
  }
}
