import { cruiseTree } from './cruise.ts'
import { planted, plantedRoot } from './planted-violations.ts'
import { reachRule, type Finding } from './reach.ts'
import { rules } from './rules.ts'

const productFolders = ['apps', 'bench', 'db', 'kernel', 'modules', 'policy', 'testing']

// Fewer than this means that the reader saw nothing, which it reports as success.
const fewestModules = 20

const ruleNames = [...rules.map((rule) => rule.name ?? ''), reachRule]

/** Reads the imports of the whole product, then of a small tree in which every rule is broken once. */
async function main(): Promise<void> {
  const product = await cruiseTree('.', productFolders)
  const complaints = product.findings.map(sayFinding)
  if (product.modulesRead < fewestModules) {
    complaints.push(`Only ${product.modulesRead} modules were read; at least ${fewestModules} were expected.`)
  }
  complaints.push(...(await checkTheCheck()))
  for (const complaint of complaints) console.log(complaint)
  console.log(`${product.modulesRead} modules read, ${complaints.length} complaints`)
  process.exitCode = complaints.length > 0 ? 1 : 0
}

/** A rule that cannot find its planted violation guards nothing, and one that finds more is wrong. */
async function checkTheCheck(): Promise<string[]> {
  const tree = await cruiseTree(plantedRoot, productFolders)
  const found = new Set(tree.findings.map(sayFinding))
  const expected = new Set(planted.map(sayFinding))
  const unplanted = ruleNames.filter((name) => !planted.some((violation) => violation.rule === name))
  return [
    ...[...expected]
      .filter((line) => !found.has(line))
      .map((line) => `The planted violation was not found: ${line}`),
    ...[...found]
      .filter((line) => !expected.has(line))
      .map((line) => `In the planted tree, this is allowed: ${line}`),
    ...unplanted.map((name) => `Nothing was planted for the rule ${name}, see testing/borders/planted.`),
  ]
}

function sayFinding(finding: Finding): string {
  return `${finding.rule}: ${finding.from} → ${finding.to}`
}

await main()
