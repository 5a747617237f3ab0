import type { IForbiddenRuleType, ICruiseOptions } from 'dependency-cruiser'

// Who may import whom. A captured group (`^modules/([^/]+)/` … `^modules/$1/`) covers a new module by itself.
// Every rule here has a planted violation in testing/borders/planted, which testing/borders/check.ts must find.

const foundations = 'people|places|organisations|files|notices|office'
const insight = 'audit|indicators|overview|bulletins'
const testCode = '([.](test|browser)[.]tsx?$|(^|/)access-cases[.]ts$|^testing/|^bench/)'
const webSide =
  '^(kernel/(web|ui)|modules/[^/]+/(web|resident|worker|staff)|apps/(resident|worker-phone|staff))/'
const preactSide = '^(kernel/ui|modules/[^/]+/(resident|worker)|apps/(resident|worker-phone))/'
const moduleContract = '^modules/[^/]+/contract([.]ts$|/)'
const serverDoor = '^modules/[^/]+/server/door[.]ts$'
const webDoor = '^modules/[^/]+/web/(phone-)?door[.]tsx?$'
const valuesOnly = { dependencyTypesNot: ['type-only' as const] }

const kernel: IForbiddenRuleType[] = [
  {
    name: 'kernel-knows-no-domain',
    comment: 'The kernel can be read, and used, without knowing a single word of the domain.',
    from: { path: '^kernel/', pathNot: testCode },
    to: { path: '^(modules|policy|apps)/' },
  },
  {
    name: 'kernel-contract-stands-alone',
    comment: 'It runs on both sides, so it may lean on neither.',
    from: { path: '^kernel/contract/', pathNot: testCode },
    to: { path: '^(kernel/(server|web|ui)|db)/' },
  },
  {
    name: 'kernel-server-apart-from-web',
    from: { path: '^kernel/server/', pathNot: testCode },
    to: { path: '^kernel/(web|ui)/' },
  },
  {
    name: 'database-as-types-only',
    comment:
      'Outside db, the tables are known by their types; seeds and migrations are run by the command line.',
    from: { path: '^(kernel/server|modules/[^/]+/server|policy)/', pathNot: testCode },
    to: { path: '^db/', ...valuesOnly },
  },
  {
    name: 'database-types-from-schema',
    from: { path: '^(kernel/server|modules/[^/]+/server|policy)/', pathNot: testCode },
    to: { path: '^db/', pathNot: '^db/schema[.]ts$' },
  },
]

const modules: IForbiddenRuleType[] = [
  {
    name: 'module-through-its-door',
    comment: 'A module is asked through its contract or one of its doors, never by reaching inside.',
    from: { path: '^modules/([^/]+)/', pathNot: testCode },
    to: { path: '^modules/', pathNot: ['^modules/$1/', moduleContract, serverDoor, webDoor] },
  },
  {
    name: 'module-contract-stands-alone',
    comment: 'A contract is read by both sides and may use only other contracts.',
    from: { path: moduleContract, pathNot: testCode },
    to: { path: '^(modules|kernel|policy|db)/', pathNot: [moduleContract, '^kernel/contract/'] },
  },
  {
    name: 'module-server-apart-from-web',
    from: { path: '^modules/[^/]+/server/', pathNot: testCode },
    to: { path: '^(kernel/(web|ui)|modules/[^/]+/(web|resident|worker|staff))/' },
  },
  {
    name: 'web-side-apart-from-server',
    from: { path: webSide, pathNot: testCode },
    to: { path: '^(kernel/server|modules/[^/]+/server|policy|db|apps/(server|worker|cli|build))/' },
  },
  {
    name: 'web-side-contract-as-types',
    comment: 'The web apps take only types from a contract, so that no schema library is sent to a phone.',
    from: { path: webSide, pathNot: testCode },
    to: { path: moduleContract, ...valuesOnly },
  },
  {
    name: 'each-screen-in-its-own-app',
    comment: 'What two apps share lives in web.',
    from: { path: '^modules/[^/]+/(web|resident|worker|staff)/', pathNot: testCode },
    to: {
      path: '^modules/[^/]+/(resident|worker|staff)/',
      pathNot: '^modules/[^/]+/$1/',
    },
  },
  {
    name: 'foundations-before-domain',
    from: { path: `^modules/(${foundations})/`, pathNot: testCode },
    to: { path: '^modules/', pathNot: `^modules/(${foundations})/` },
  },
  {
    name: 'domain-before-insight',
    from: { path: '^modules/', pathNot: [`^modules/(${insight})/`, testCode] },
    to: { path: `^modules/(${insight})/` },
  },
  {
    name: 'queries-in-queries',
    comment: 'All SQL of a module stands in its queries; others may name the types.',
    from: {
      path: '^modules/[^/]+/server/',
      pathNot: [testCode, '(^|[/-])queries([.]ts$|/)'],
    },
    to: { path: 'node_modules/(kysely|pg)/', ...valuesOnly },
  },
]

const apps: IForbiddenRuleType[] = [
  {
    name: 'policy-through-doors',
    from: { path: '^policy/', pathNot: testCode },
    to: { path: '^(modules|apps|kernel/(web|ui))/', pathNot: [moduleContract, serverDoor] },
  },
  {
    name: 'nobody-imports-apps',
    from: { pathNot: `^apps/|${testCode}` },
    to: { path: '^apps/' },
  },
  {
    name: 'server-apps-through-policy',
    comment: 'What a process serves is listed once, in policy; an app adds nothing of its own.',
    from: { path: '^apps/(server|worker)/', pathNot: testCode },
    to: { path: '^(modules|kernel/(web|ui))/', pathNot: serverDoor },
  },
  {
    name: 'resident-app-takes-its-own-pages',
    from: { path: '^apps/(resident|worker-phone)/', pathNot: testCode },
    to: { path: '^modules/', pathNot: [moduleContract, webDoor, '^modules/[^/]+/(resident|worker)/'] },
  },
  {
    name: 'staff-app-takes-its-own-pages',
    from: { path: '^apps/staff/', pathNot: testCode },
    to: { path: '^modules/', pathNot: [moduleContract, webDoor, '^modules/[^/]+/staff/'] },
  },
  {
    name: 'web-apps-apart',
    from: { path: '^apps/(resident|worker-phone|staff)/', pathNot: testCode },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
]

const everywhere: IForbiddenRuleType[] = [
  {
    name: 'no-server-library-in-web',
    from: { path: webSide, pathNot: testCode },
    to: { path: 'node_modules/(typebox|kysely|pg|pg-boss|fastify|@fastify)/', ...valuesOnly },
  },
  {
    name: 'no-node-in-web',
    from: { path: webSide, pathNot: testCode },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no-desk-library-on-phones',
    comment: 'The phone pages are small because they carry none of the staff console.',
    from: { path: preactSide, pathNot: testCode },
    // react-dom stands for preact there: the build gives it under that name.
    to: { path: 'node_modules/(antd|@tanstack/react-router)/' },
  },
  {
    name: 'product-without-test-code',
    from: { path: '^(apps|kernel|modules|policy|db)/', pathNot: testCode },
    to: { path: testCode },
  },
  {
    name: 'no-cycle',
    from: {},
    to: { circular: true },
  },
  {
    name: 'nothing-unresolved',
    comment: 'An import that leads nowhere would be outside every other rule.',
    from: {},
    to: { couldNotResolve: true },
  },
]

export const rules: IForbiddenRuleType[] = [...kernel, ...modules, ...apps, ...everywhere].map((rule) => ({
  severity: 'error',
  ...rule,
}))

export const options: ICruiseOptions = {
  // The compiler this reader knows is older than ours: without swc it reads nothing and finds nothing.
  parser: 'swc',
  tsPreCompilationDeps: true,
  combinedDependencies: true,
  doNotFollow: { path: 'node_modules' },
  // Our own built and planted files; a package's dist is what an import of it leads to.
  exclude: { path: '^(apps/[^/]+/dist|dist|[.]data|testing/borders/planted)/' },
}

/** How an import is resolved: as Node does, with the types of packages that have nothing else. */
export const resolving = {
  exportsFields: ['exports'],
  conditionNames: ['import', 'node', 'default', 'types'],
  extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
}
