import type pg from 'pg'
import { inOrder, type Link } from './table-order.ts'

type Column = { name: string; type: string; isJson: boolean; sequence: string | null }
export type Table = {
  name: string
  columns: Column[]
  /** A row may point at another of the same table: an area at the one above it. */
  refersToItself: boolean
}

/** Written by the migrations themselves, so it is compared and never loaded. */
export const migrationsTable = 'schema_migrations'

// Columns the database computes are left out: they cannot be written.
const columnsOf = `
  select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    a.atttypid in ('json'::regtype, 'jsonb'::regtype) as "isJson",
    pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) as sequence
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
    and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by c.relname, a.attnum`

const linksOf = `
  select distinct child.relname as child, parent.relname as parent
  from pg_constraint k
  join pg_class child on child.oid = k.conrelid
  join pg_class parent on parent.oid = k.confrelid
  where k.contype = 'f' and k.connamespace = 'public'::regnamespace`

/** Every table of the schema `public`, those that others point at first. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const columns = (await client.query<Column & { table: string }>(columnsOf)).rows
  const links = (await client.query<Link>(linksOf)).rows
  const tables = [...Map.groupBy(columns, (column) => column.table)].map(([name, own]) => ({
    name,
    columns: own,
    refersToItself: links.some((link) => link.child === name && link.parent === name),
  }))
  return inOrder(
    tables,
    links.filter((link) => link.child !== link.parent),
  )
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
