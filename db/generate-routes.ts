import { readdir } from 'node:fs/promises'
import { routesOf } from '#kernel/server/endpoint.ts'

/** The web's slim tables of routes, one file a module: names, methods and paths, with types only from the contract. */
export async function generatedRoutes(): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const module of (await readdir('modules')).toSorted()) {
    const contract = (await import(`../modules/${module}/contract.ts`)) as Record<string, unknown>
    const lines = Object.entries(routesOf(contract)).map(
      ([name, { method, path }]) =>
        `export const ${name} = endpoint<typeof contract.${name}>('${method}', '${path}')`,
    )
    if (lines.length === 0) continue
    const head = [
      '// Generated from the contract by `npm run generate`. Do not edit.',
      "import { endpoint } from '#kernel/web/call.ts'",
      "import type * as contract from '../contract.ts'",
      '',
    ]
    files.set(`modules/${module}/web/routes.generated.ts`, `${[...head, ...lines].join('\n')}\n`)
  }
  return files
}
