import type { Context } from '#kernel/server/context.ts'
import type { CheckedPeople, WantedAccount } from './people-sheet.ts'
import { insertAccounts, insertPosts } from './import-queries.ts'
import { makePassword } from './made-password.ts'
import { hashPassword } from './password.ts'

/** A password made here; it is handed over once and kept nowhere. */
export type MadePassword = { name: string; login: string; password: string }
type ImportedPeople = { accounts: number; posts: number; made: MadePassword[] }

const rowsAtOnce = 2_000
const hashesAtOnce = 8

/** Writes checked rows in the caller's transaction; `told` hears how many passwords are hashed, the slow part. */
export async function importPeople(
  ctx: Context,
  { accounts, posts }: CheckedPeople,
  told: (hashed: number) => void = () => undefined,
): Promise<ImportedPeople> {
  const made: MadePassword[] = []
  const rows: Record<string, unknown>[] = []
  for (let from = 0; from < accounts.length; from += hashesAtOnce) {
    const some = accounts.slice(from, from + hashesAtOnce)
    rows.push(...(await Promise.all(some.map((account) => accountRow(account, made)))))
    told(rows.length)
  }
  await inBatches(rows, (batch) =>
    ctx.db.rows(insertAccounts, [ctx.district.id, ctx.now, JSON.stringify(batch)]),
  )
  const postRows = posts.map(({ id, account, role, area, organisationId, from, to, row }) => ({
    id,
    account_id: account.id,
    role,
    area_id: area?.id,
    organisation_id: organisationId,
    duty: row.cells.duty,
    work_phone: row.cells.work_phone,
    valid_from: from,
    valid_to: to,
  }))
  await inBatches(postRows, (batch) => ctx.db.rows(insertPosts, [ctx.district.id, JSON.stringify(batch)]))
  for (const { id } of accounts) ctx.audit('people.account-added', id)
  for (const { id, account_id: accountId, role, area_id: areaId } of postRows)
    ctx.audit('people.post-given', id, { accountId, role, areaId })
  return { accounts: accounts.length, posts: posts.length, made }
}

async function accountRow(account: WantedAccount, made: MadePassword[]): Promise<Record<string, unknown>> {
  const { id, login, name } = account
  const password = account.password || makePassword()
  if (account.password === '') made.push({ name, login, password })
  return { id, login, name, password_hash: await hashPassword(password) }
}

async function inBatches<Row>(
  rows: readonly Row[],
  write: (batch: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) await write(rows.slice(from, from + rowsAtOnce))
}
