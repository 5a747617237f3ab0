import type { Finding } from './reach.ts'

/** A small tree, relative to the repository, that breaks every rule once and otherwise keeps them all. */
export const plantedRoot = 'testing/borders/planted'

export const planted: readonly Finding[] = [
  {
    rule: 'kernel-knows-no-domain',
    from: 'kernel/server/knows-people.ts',
    to: 'modules/people/server/door.ts',
  },
  {
    rule: 'kernel-contract-stands-alone',
    from: 'kernel/contract/leans-on-server.ts',
    to: 'kernel/server/serve.ts',
  },
  { rule: 'kernel-server-apart-from-web', from: 'kernel/server/draws.ts', to: 'kernel/web/call.ts' },
  { rule: 'database-as-types-only', from: 'kernel/server/reads-version.ts', to: 'db/schema.ts' },
  { rule: 'database-types-from-schema', from: 'policy/names-seed.ts', to: 'db/seed/lamps.ts' },
  {
    rule: 'module-through-its-door',
    from: 'modules/matters/server/reaches-inside.ts',
    to: 'modules/people/server/inside.ts',
  },
  { rule: 'module-contract-stands-alone', from: 'modules/lists/contract.ts', to: 'kernel/server/serve.ts' },
  {
    rule: 'module-server-apart-from-web',
    from: 'modules/matters/server/draws.ts',
    to: 'modules/matters/web/status.tsx',
  },
  {
    rule: 'web-side-apart-from-server',
    from: 'modules/matters/staff/asks-server.tsx',
    to: 'modules/matters/server/door.ts',
  },
  {
    rule: 'web-side-contract-as-types',
    from: 'modules/matters/staff/carries-contract.tsx',
    to: 'modules/matters/contract.ts',
  },
  {
    rule: 'each-screen-in-its-own-app',
    from: 'modules/matters/resident/borrows-desk.tsx',
    to: 'modules/matters/staff/desk.page.tsx',
  },
  {
    rule: 'foundations-before-domain',
    from: 'modules/people/server/needs-matters.ts',
    to: 'modules/matters/server/door.ts',
  },
  {
    rule: 'domain-before-insight',
    from: 'modules/matters/server/needs-overview.ts',
    to: 'modules/overview/server/door.ts',
  },
  { rule: 'queries-in-queries', from: 'modules/matters/server/hidden-sql.ts', to: 'kysely' },
  { rule: 'policy-through-doors', from: 'policy/reaches-inside.ts', to: 'modules/matters/server/open.ts' },
  { rule: 'nobody-imports-apps', from: 'modules/matters/server/starts-app.ts', to: 'apps/server/main.ts' },
  {
    rule: 'server-apps-through-policy',
    from: 'apps/server/own-rules.ts',
    to: 'modules/matters/server/open.ts',
  },
  {
    rule: 'resident-app-takes-its-own-pages',
    from: 'apps/resident/borrows-desk.ts',
    to: 'modules/matters/staff/desk.page.tsx',
  },
  {
    rule: 'staff-app-takes-its-own-pages',
    from: 'apps/staff/borrows-phone.ts',
    to: 'modules/matters/resident/open.page.tsx',
  },
  { rule: 'web-apps-apart', from: 'apps/staff/borrows-shell.ts', to: 'apps/resident/pages.ts' },
  { rule: 'no-server-library-in-web', from: 'modules/matters/web/carries-schema.ts', to: 'typebox' },
  { rule: 'no-node-in-web', from: 'kernel/web/reads-files.ts', to: 'fs' },
  { rule: 'no-desk-library-on-phones', from: 'modules/matters/resident/carries-table.tsx', to: 'antd' },
  {
    rule: 'product-without-test-code',
    from: 'modules/matters/server/needs-cases.ts',
    to: 'modules/matters/server/access-cases.ts',
  },
  { rule: 'no-cycle', from: 'kernel/web/egg.ts', to: 'kernel/web/hen.ts' },
  { rule: 'nothing-unresolved', from: 'kernel/web/leads-nowhere.ts', to: './nowhere.ts' },
  { rule: 'web-reaches-server-library', from: 'modules/matters/web/carries-schema.ts', to: 'typebox' },
  { rule: 'web-reaches-server-library', from: 'modules/matters/staff/asks-server.tsx', to: 'kysely' },
  { rule: 'web-reaches-server-library', from: 'modules/matters/staff/carries-contract.tsx', to: 'typebox' },
  { rule: 'web-reaches-server-library', from: 'kernel/web/carries-route.ts', to: 'typebox' },
]
