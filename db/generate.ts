import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { openEmbeddedPostgres } from '#kernel/server/embedded-postgres.ts'
import { migrate } from '#kernel/server/migrate.ts'
import { accessMatrix } from '#policy/access-matrix.ts'
import { dumpSchema } from './dump-schema.ts'
import { generatedRoutes } from './generate-routes.ts'

/**
 * `npm run generate` writes every generated file: db/schema.sql and db/schema.ts from a migrated database, the web's
 * tables of routes from the contracts, the access matrix from routes and roles. With --check nothing is written and the
 * exit code is 1 when a file in the repository is not what would be written.
 */
const root = path.resolve(import.meta.dirname, '..')

async function generated(): Promise<Map<string, string>> {
  const files = await generatedRoutes()
  files.set('policy/access-matrix.md', accessMatrix())
  const dataDir = await mkdtemp(path.join(tmpdir(), 'yige-generate-'))
  const postgres = await openEmbeddedPostgres({ dataDir })
  try {
    await migrate(postgres.url, path.join(root, 'db/migrations'))
    const client = new pg.Client({ connectionString: postgres.url })
    await client.connect()
    files.set('db/schema.sql', await dumpSchema(client))
    await client.end()
    files.set('db/schema.ts', await typesOf(postgres.url))
  } finally {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return files
}

async function typesOf(url: string): Promise<string> {
  const run = promisify(execFile)
  const script = path.join(root, 'node_modules/kysely-codegen/dist/cli/bin.js')
  const options = ['--dialect', 'postgres', '--url', url, '--print', '--exclude-pattern', 'schema_migrations']
  const parsers = ['--date-parser', 'string', '--type-mapping', '{"int8":"number"}']
  const { stdout } = await run(process.execPath, [script, ...options, ...parsers])
  // What the tool says while it works stands before the file itself.
  return stdout.slice(stdout.indexOf('/**'))
}

async function main(check: boolean): Promise<number> {
  const stale: string[] = []
  for (const [name, text] of await generated()) {
    const file = path.join(root, name)
    if ((await readFile(file, 'utf8').catch(() => '')) === text) continue
    stale.push(name)
    if (check) continue
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  for (const name of stale) console.log(check ? `differs: ${name}` : `written: ${name}`)
  if (check && stale.length > 0) console.log('run: npm run generate')
  return check && stale.length > 0 ? 1 : 0
}

process.exitCode = await main(process.argv.includes('--check'))
