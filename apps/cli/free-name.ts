import { stat } from 'node:fs/promises'
import path from 'node:path'

/** The name itself while nothing has it, else with -2, -3 … before its ending. */
export async function freeName(file: string): Promise<string> {
  const { dir, name, ext } = path.parse(file)
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? file : path.join(dir, `${name}-${count}${ext}`)
    const there = await stat(candidate).catch(() => undefined)
    if (!there) return candidate
  }
}
