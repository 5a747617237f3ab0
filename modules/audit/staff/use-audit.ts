import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { call } from '#kernel/web/call.ts'
import type { Problem } from '#kernel/web/problem.ts'
import type { AuditFilter, readAudit as ReadAudit } from '../contract.ts'
import { readAudit } from '../web/routes.generated.ts'

type Page = ReturnsOf<typeof ReadAudit>

/** The entries page after page. Each reading is on record, so nothing is read again by itself. */
export function useAudit(filter: AuditFilter) {
  return useInfiniteQuery<
    Page,
    Problem,
    InfiniteData<Page, string | undefined>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: [readAudit.path, filter],
    queryFn: ({ pageParam }) =>
      call(readAudit, { body: { ...filter, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}
