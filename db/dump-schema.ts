import type pg from 'pg'

type Line = { text: string }

/** One statement for each table, constraint and index of the schema, in a fixed order: what review reads. */
export async function dumpSchema(client: pg.Client): Promise<string> {
  const lines = async (sql: string): Promise<string[]> =>
    (await client.query<Line>(sql)).rows.map((row) => row.text)
  const tables = await lines(tablesSql)
  const constraints = await lines(constraintsSql)
  const indexes = await lines(indexesSql)
  const head = '-- Generated from the migrations by `npm run generate`. Do not edit.\n'
  return [head, ...tables, '', ...constraints, '', ...indexes, ''].join('\n')
}

const own = `c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migrations'
  and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')`

const tablesSql = `
  select format(E'create table %s (\\n%s\\n)%s;', c.relname, string_agg(
    format('  %s %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then ' not null' else '' end,
      case when a.attidentity = 'a' then ' generated always as identity' else '' end,
      coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')), E',\\n' order by a.attnum),
    coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '')) as text
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relkind = 'r' and ${own}
  group by c.relname, c.reloptions order by c.relname`

// PostgreSQL 18 lists NOT NULL among the constraints, older servers do not: the columns say it already.
const constraintsSql = `
  select format('alter table %s add constraint %s %s;', c.relname, k.conname, pg_get_constraintdef(k.oid)) as text
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where k.contype <> 'n' and ${own} order by c.relname, k.contype desc, k.conname`

const indexesSql = `
  select pg_get_indexdef(i.indexrelid) || ';' as text
  from pg_index i join pg_class c on c.oid = i.indrelid
  where not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid) and ${own}
  order by c.relname, i.indexrelid::regclass::text`
