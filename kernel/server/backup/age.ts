import { Decrypter, Encrypter } from 'age-encryption'
import { BackupError } from './backup-error.ts'
import type { Sink } from './sink.ts'

/** What closes a backup: a passphrase, or the public keys of who may open it (`age1…`). */
export type Lock = { passphrase: string } | { recipients: readonly string[] }

/** What opens it: the passphrase, or a secret key (`AGE-SECRET-KEY-1…`). */
export type Opener = { passphrase?: string | undefined; identities?: readonly string[] | undefined }

const beginning = 'age-encryption.org/'

/** Whether a file that begins with these bytes is closed with age. */
export const isLocked = (first: Buffer): boolean =>
  first.toString('latin1', 0, beginning.length) === beginning

/** Closes what goes into the sink, chunk by chunk, in the format of age (age-encryption.org/v1). @throws BackupError */
export async function lockedSink(sink: Sink, lock: Lock): Promise<Sink> {
  const clear = new TransformStream<Uint8Array, Uint8Array>()
  const locked = await encrypterFor(lock).encrypt(clear.readable)
  const writer = clear.writable.getWriter()
  const pumping = pump(locked, sink)
  pumping.catch((error: unknown) => void writer.abort(error).catch(() => undefined))
  return {
    async write(chunk) {
      await writer.ready
      writer.write(chunk).catch(() => undefined)
    },
    async end() {
      await writer.close()
      await pumping
    },
  }
}

async function pump(from: AsyncIterable<Uint8Array>, sink: Sink): Promise<void> {
  for await (const chunk of from) await sink.write(chunk)
  await sink.end()
}

function encrypterFor(lock: Lock): Encrypter {
  const encrypter = new Encrypter()
  if ('passphrase' in lock) {
    encrypter.setPassphrase(lock.passphrase)
    return encrypter
  }
  for (const recipient of lock.recipients) {
    try {
      encrypter.addRecipient(recipient)
    } catch {
      throw new BackupError(`不是 age 公钥：${recipient} / is no public key of age`)
    }
  }
  return encrypter
}

/** The content of a closed backup. @throws BackupError when nothing given opens it */
export async function unlocked(
  source: ReadableStream<Uint8Array>,
  { passphrase, identities = [] }: Opener,
): Promise<AsyncIterable<Uint8Array>> {
  if (passphrase === undefined && identities.length === 0) {
    throw new BackupError(
      '备份是加密的：请用 --passphrase-file 或 YIGE_BACKUP_PASSPHRASE 给口令，或用 --identity-file 给私钥 / the backup is encrypted: give the passphrase or the secret key',
    )
  }
  const decrypter = new Decrypter()
  if (passphrase !== undefined) decrypter.addPassphrase(passphrase)
  for (const identity of identities) decrypter.addIdentity(identity)
  try {
    return await decrypter.decrypt(source)
  } catch {
    throw new BackupError(
      '口令或私钥不对，备份打不开 / the passphrase or secret key does not open this backup',
    )
  }
}
