import type { IModule } from 'dependency-cruiser'

/** One import that a rule forbids; `from` and `to` are paths below the cruised root, packages by their name. */
export type Finding = { rule: string; from: string; to: string }

const webEntry =
  /^(kernel\/(web|ui)|modules\/[^/]+\/(web|resident|worker|staff)|apps\/(resident|worker-phone|staff))\//
const testFile = /[.](test|browser)[.]tsx?$/
const serverLibrary = /node_modules\/(typebox|kysely|pg|pg-boss|fastify|@fastify)\//

/** The name of the one rule that looks further than a single import. */
export const reachRule = 'web-reaches-server-library'

/**
 * Server libraries that a page would carry by way of a file that is allowed in itself: it follows the imports of
 * values, not those of types, from every web file. `from` is the web file's own path.
 */
export function findReached(graph: readonly IModule[]): Finding[] {
  const carried = new Map(
    graph.map((module) => [
      module.source,
      module.dependencies
        .filter((dependency) => !dependency.dependencyTypes.includes('type-only'))
        .map((dependency) => dependency.resolved),
    ]),
  )
  const starts = [...carried.keys()].filter((source) => webEntry.test(source) && !testFile.test(source))
  return starts.flatMap((from) => {
    const reached = [...followed(from, carried)].find((source) => serverLibrary.test(source))
    return reached ? [{ rule: reachRule, from, to: serverLibrary.exec(reached)?.[1] ?? reached }] : []
  })
}

function followed(from: string, carried: ReadonlyMap<string, readonly string[]>): Set<string> {
  // A set can grow while it is walked, which is all a breadth-first walk needs.
  const seen = new Set([from])
  for (const source of seen) {
    for (const next of carried.get(source) ?? []) {
      // What a package itself needs is the package's matter.
      if (!source.includes('node_modules/')) seen.add(next)
    }
  }
  return seen
}
