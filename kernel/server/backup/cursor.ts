import type pg from 'pg'

const rowsAtOnce = 500
let made = 0

/**
 * The rows of one statement, a thousand at a time, inside the caller's transaction: memory stays small however many
 * there are. A cursor takes no parameters, so `text` may hold only numbers and names the code itself put there.
 */
export async function* cursorOf<Row extends object>(
  client: pg.ClientBase,
  text: string,
): AsyncGenerator<Row[]> {
  made += 1
  const name = `rows_${made}`
  await client.query(`declare ${name} no scroll cursor for ${text}`)
  for (;;) {
    const { rows } = await client.query<Row>(`fetch forward ${rowsAtOnce} from ${name}`)
    if (rows.length === 0) break
    yield rows
  }
  await client.query(`close ${name}`)
}
