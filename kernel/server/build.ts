import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { DB } from '#db/schema.ts'

/**
 * Builds queries without running them: they run on the context's connection (`ctx.db.rows(query)`), in its transaction,
 * as named statements. A module picks its tables at the top of its `queries.ts`:
 * `const db = build.$pickTables<'organisations' | 'areas'>()`; naming another table then does not compile.
 */
export const build = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (kysely) => new PostgresIntrospector(kysely),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})
