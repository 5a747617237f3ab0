import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Lock, Opener } from '#kernel/server/backup/age.ts'
import { Refused } from './outcome.ts'

const shortest = 12

/** Options that close a backup. A passphrase on the command line would stand in the shell's history. */
export const lockOptions = ['recipient', 'recipients-file', 'passphrase-file'] as const
export const openerOptions = ['identity-file', 'passphrase-file'] as const

type Given = { all: ReadonlyMap<string, readonly string[]> }

/** @returns undefined when nothing was asked for: the backup stays open. @throws Refused */
export async function lockFrom({ all }: Given): Promise<Lock | undefined> {
  const recipients = [...(all.get('recipient') ?? []), ...(await linesIn(all.get('recipients-file')))]
  const passphrase = await passphraseFrom(all)
  if (recipients.length > 0 && passphrase !== undefined) {
    throw new Refused('口令和公钥只能用一种 / either a passphrase or public keys, not both')
  }
  if (recipients.length > 0) return { recipients }
  if (passphrase === undefined) return undefined
  if (passphrase.length < shortest) {
    throw new Refused(
      `备份口令至少 ${shortest} 个字符 / the passphrase must have at least ${shortest} characters`,
    )
  }
  return { passphrase }
}

export const openerFrom = async ({ all }: Given): Promise<Opener> => ({
  passphrase: await passphraseFrom(all),
  identities: await linesIn(all.get('identity-file')),
})

async function passphraseFrom(all: Given['all']): Promise<string | undefined> {
  const [file] = all.get('passphrase-file') ?? []
  const text = file === undefined ? process.env['YIGE_BACKUP_PASSPHRASE'] : await read(file)
  // A file ends with a line feed that nobody typed.
  return text?.replace(/\r?\n$/, '') || undefined
}

/** Keys one a line, as age keeps them; lines with # are remarks. */
async function linesIn(files: readonly string[] = []): Promise<string[]> {
  const texts = await Promise.all(files.map(read))
  return texts
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

async function read(file: string): Promise<string> {
  return readFile(path.resolve(file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Refused(`${file}: ${error.message}`)
  })
}
