import { useQueries } from '@tanstack/react-query'
import { call } from '#kernel/web/call.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { listContacts } from '#modules/people/web/door.ts'
import type { DoorCode } from '../contract.ts'
import { listDoorCodes } from '../web/routes.generated.ts'
import type { Sheet } from './poster.tsx'

/** More would take a printer a morning and the browser minutes. */
export const printedAtMost = 300

/**
 * The door codes to print, with the grid worker whom the public page of each place names.
 * @param tokens the chosen ones; all of the area when empty
 */
export function usePosters(areaId: number, tokens: readonly string[]) {
  const language = useLanguage()
  const codes = useStaffRoute(listDoorCodes, { params: { areaId } })
  const wanted = (codes.data?.items ?? []).filter(
    ({ token }) => tokens.length === 0 || tokens.includes(token),
  )
  const printed = wanted.slice(0, printedAtMost)
  // Codes of one area have the same people behind them: one question for each area is enough.
  const doors = [...new Map(printed.map((code) => [code.areaId, code])).values()]
  const contacts = useQueries({
    queries: doors.map(({ token }) => ({
      queryKey: [listContacts.path, { params: { token } }, language],
      queryFn: () => call(listContacts, { params: { token } }),
    })),
  })
  const workerOf = ({ areaId: id }: DoorCode) =>
    contacts[doors.findIndex((door) => door.areaId === id)]?.data?.items.find(
      ({ role }) => role === 'grid_worker',
    )
  const sheets: Sheet[] = printed.map((code) => ({ code, worker: workerOf(code) }))
  return {
    codes,
    sheets,
    isWaiting: codes.isPending || contacts.some(({ isPending }) => isPending),
    leftOut: wanted.length - printed.length,
    failed: contacts.filter(({ error }) => error).length,
    askAgain: () => contacts.forEach((contact) => contact.error && void contact.refetch()),
  }
}
