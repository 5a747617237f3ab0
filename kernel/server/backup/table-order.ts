import { BackupError } from './backup-error.ts'

/** The rows of `child` point at rows of `parent`. */
export type Link = { child: string; parent: string }

/** Parents before children. @throws BackupError naming tables that point at each other in a circle. */
export function inOrder<Named extends { name: string }>(
  tables: readonly Named[],
  links: readonly Link[],
): Named[] {
  const ordered: Named[] = []
  let waiting = [...tables]
  while (waiting.length > 0) {
    const still = new Set(waiting.map((table) => table.name))
    const waits = (table: Named): boolean =>
      links.some((link) => link.child === table.name && still.has(link.parent))
    const ready = waiting.filter((table) => !waits(table))
    if (ready.length === 0) {
      throw new BackupError(
        `表之间循环引用 / tables point at each other in a circle: ${[...still].join(', ')}`,
      )
    }
    ordered.push(...ready)
    waiting = waiting.filter(waits)
  }
  return ordered
}
