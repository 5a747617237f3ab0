import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

const ADDRESS = /<(?:script|link)\b[^>]*\b(?:src|href)="(\/[^"]+\.(?:js|css))"[^>]*>/g

/**
 * The bytes a phone or desktop loads before the first page works: the HTML with the style sheets written into
 * it, and every script, preload and style sheet it names, as sent (brotli). Static imports are among the
 * preloads that the build writes.
 */
export async function firstLoadBytes(folder: string, shell: string, base: string): Promise<number> {
  const html = await readFile(join(folder, shell), 'utf8')
  const files = new Set([shell])
  for (const [, address = ''] of html.matchAll(ADDRESS)) files.add(address.slice(base.length))
  const sizes = await Promise.all(
    [...files].map(async (file) => (await stat(join(folder, `${file}.br`))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
