import { hash, verify } from '@node-rs/argon2'

// Algorithm 2 is argon2id; OWASP's second recommended setting for argon2id (19 MiB, two passes, one lane).
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), options)

export const passwordMatches = (kept: string, password: string): Promise<boolean> =>
  verify(kept, password.normalize('NFKC'))

let decoy: Promise<string> | undefined
/** Spends the time of a real check when there is no such account, so that the answer does not tell names apart. */
export async function spendCheck(password: string): Promise<false> {
  decoy ??= hashPassword('no account has this password')
  await passwordMatches(await decoy, password)
  return false
}

/** Whether it is one of those kept; as many checks as there are hashes. */
export async function matchesAny(kept: readonly string[], password: string): Promise<boolean> {
  const found = await Promise.all(kept.map((each) => passwordMatches(each, password)))
  return found.includes(true)
}
