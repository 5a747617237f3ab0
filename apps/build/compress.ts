import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const brotli = promisify(brotliCompress)
const BIG = 300 * 1024

export async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Writes a .br beside every text file, so that the server never compresses the same bytes twice. */
export async function compressFolder(folder: string): Promise<void> {
  for (const file of await filesUnder(folder)) {
    if (!/\.(js|css|html|svg)$/.test(file)) continue
    const content = await readFile(file)
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: content.length > BIG ? 9 : 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    }
    await writeFile(`${file}.br`, await brotli(content, { params }))
  }
}
