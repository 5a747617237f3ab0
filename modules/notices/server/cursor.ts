import { requestInvalid } from '#kernel/server/problems.ts'

/** Where a list goes on: the values of its order, of the last row shown. */
export const cursorOf = (...values: readonly string[]): string =>
  Buffer.from(values.join(' ')).toString('base64url')

/** @throws requestInvalid when it is not one of ours. */
export function placeOf(cursor: string | undefined, length: number): string[] | undefined {
  if (cursor === undefined) return undefined
  const values = Buffer.from(cursor, 'base64url').toString().split(' ')
  const [at = '', id = ''] = values
  if (values.length !== length || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id))
    throw requestInvalid()
  return values
}
