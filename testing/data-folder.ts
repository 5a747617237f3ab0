import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const newDataDir = (name: string): Promise<string> => mkdtemp(path.join(tmpdir(), `yige-${name}-`))

/** Where the embedded database of a data folder lies: elsewhere when started as root. */
export async function clusterOf(dataDir: string): Promise<string> {
  const place = await readFile(path.join(dataDir, 'postgres.location'), 'utf8').catch(() => '')
  return place.trim() || path.join(dataDir, 'postgres')
}

/** Removes a data folder together with its database. */
export async function removeDataDir(dataDir: string): Promise<void> {
  await rm(await clusterOf(dataDir), { recursive: true, force: true })
  await rm(dataDir, { recursive: true, force: true })
}
