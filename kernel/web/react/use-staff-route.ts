import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { call, type CallInput, type Endpoint, type LooseInput } from '#kernel/web/call.ts'
import { useLanguage } from '#kernel/web/language.ts'
import type { Problem } from '#kernel/web/problem.ts'

export type RouteOptions = {
  readonly enabled?: boolean
  /** Shows the last answer while the one for a changed input is on its way. */
  readonly keepLast?: boolean
  /** Asks again after so many milliseconds while the page is in front. */
  readonly every?: number
  /** Never asked again by itself: the page hears of changes in another way. */
  readonly isStill?: boolean
}

/** How the query library is told. */
const refetching = ({ every, isStill }: RouteOptions) => ({
  ...(every ? { refetchInterval: every } : {}),
  ...(isStill ? { staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false } : {}),
})

/** Reads a GET route. Answers are shared by path and input, and asked again after an action on that path. */
export function useStaffRoute<R>(target: Endpoint<R>, input: CallInput<R>, options: RouteOptions = {}) {
  const language = useLanguage()
  return useQuery<ReturnsOf<R>, Problem>({
    queryKey: [target.path, input, language],
    queryFn: ({ signal }) => call(target, input, { signal }),
    enabled: options.enabled ?? true,
    ...(options.keepLast ? { placeholderData: keepPreviousData } : {}),
    ...refetching(options),
  })
}

type Page = { readonly next?: string }

/** Reads a keyset-paged GET route page after page: `data.pages` holds what was fetched so far. */
export function useStaffPages<R>(target: Endpoint<R>, input: CallInput<R>, options: RouteOptions = {}) {
  const language = useLanguage()
  return useInfiniteQuery<
    ReturnsOf<R>,
    Problem,
    InfiniteData<ReturnsOf<R>, string | undefined>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: [target.path, 'pages', input, language],
    queryFn: ({ pageParam, signal }) => {
      const { query, ...rest } = input as LooseInput
      const paged = { ...rest, query: { ...(query as object | undefined), after: pageParam } }
      return call(target, paged as unknown as CallInput<R>, { signal })
    },
    initialPageParam: undefined,
    getNextPageParam: (last) => (last as Page).next,
    enabled: options.enabled ?? true,
    ...(options.keepLast ? { placeholderData: keepPreviousData } : {}),
    ...refetching(options),
  })
}

/** Asks again for every answer whose path begins with one of these. */
export async function askAgain(client: QueryClient, pathBegins: readonly string[]): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey: [path] }) =>
      typeof path === 'string' && pathBegins.some((begin) => path.startsWith(begin)),
  })
}
