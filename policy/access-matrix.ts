import type { RouteDeclaration } from '#kernel/contract/route.ts'
import { roles as roleNames } from '#modules/people/contract.ts'
import { endpoints } from './modules.ts'
import { permissionsOf } from './roles.ts'

/** Whether somebody with this role (or nobody in particular) may call the route at all. */
export function mayCall(route: RouteDeclaration, role: string | undefined): boolean {
  if (route.permission === 'public') return true
  if (role === undefined) return false
  return route.permission === 'signed-in' || permissionsOf(role).has(route.permission)
}

/** Who may call what, as a page for people: a change of rights is a visible change of this text. */
export function accessMatrix(): string {
  const columns = ['visitor', ...roleNames]
  const head = ['route', 'permission', 'scope', ...columns]
  const rows = endpoints
    .map(({ route }) => route)
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map((route) => [
      keyOf(route),
      route.permission,
      route.scope,
      ...columns.map((role) => (mayCall(route, role === 'visitor' ? undefined : role) ? '✓' : '')),
    ])
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    '# Who may call what',
    '',
    'Generated from the contracts and `policy/roles.ts` by `npm run generate`. A mark says that the role has the',
    'permission; with scope `area` it reaches only into the areas of the posts held.',
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    '',
  ].join('\n')
}

const keyOf = (route: RouteDeclaration): string => `${route.path} ${route.method}`
