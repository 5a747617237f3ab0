import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import { findReached, type Finding } from './reach.ts'
import { options, resolving, rules } from './rules.ts'

type CruisedTree = { modulesRead: number; findings: Finding[] }

const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Reads the imports of the folders below `root` (relative to the repository) and judges them by the rules.
 * `modulesRead` counts the product's own files, not packages.
 */
export async function cruiseTree(root: string, folders: readonly string[]): Promise<CruisedTree> {
  const baseDir = resolve(repositoryRoot, root)
  const present = folders.filter((folder) => existsSync(`${baseDir}/${folder}`))
  const { output } = await cruise(
    present,
    { ...options, baseDir, validate: true, ruleSet: { forbidden: rules } },
    { ...resolving },
  )
  if (typeof output === 'string') throw new Error(output)
  const direct = output.summary.violations.map((violation) => ({
    rule: violation.rule.name,
    from: violation.from,
    to: packageOrFile(violation.to),
  }))
  const read = output.modules.filter(
    (module) => !module.source.includes('node_modules') && !module.coreModule,
  )
  return { modulesRead: read.length, findings: [...direct, ...findReached(output.modules)] }
}

/** The file a package is entered by is the package's own matter; a rule and a reader care for its name. */
function packageOrFile(path: string): string {
  return /node_modules\/((@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path
}
