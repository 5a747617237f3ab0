import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { ProblemKind } from '#kernel/contract/problem.ts'
import type { RouteDeclaration } from '#kernel/contract/route.ts'
import { routesOf } from '#kernel/server/endpoint.ts'
import type { AccessCase } from './access-case.ts'

const modules = path.resolve(import.meta.dirname, '../modules')

export type ContractOf = {
  module: string
  routes: Record<string, RouteDeclaration>
  problems: ProblemKind[]
  cases: Record<string, AccessCase>
}

const isProblem = (value: unknown): value is ProblemKind =>
  typeof value === 'function' && 'code' in value && 'text' in value

/** Every contract there is, found in the folders, so that a module nobody listed is found missing. */
export async function allContracts(): Promise<ContractOf[]> {
  const names = (await readdir(modules)).filter((name) => existsSync(path.join(modules, name, 'contract.ts')))
  return Promise.all(
    names.map(async (module) => {
      const contract: Record<string, unknown> = await import(path.join(modules, module, 'contract.ts'))
      const casesFile = path.join(modules, module, 'server/access-cases.ts')
      const found = existsSync(casesFile) ? await import(casesFile) : { accessCases: {} }
      const problems = Object.values(contract).filter(isProblem)
      return { module, routes: routesOf(contract), problems, cases: found.accessCases }
    }),
  )
}
