import { sql } from 'kysely'
import type { Tables } from '#db/schema.ts'

export const rows = (tables: Tables) => ({ tables, sql })
