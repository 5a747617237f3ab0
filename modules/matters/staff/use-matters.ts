import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLanguage } from '#kernel/web/language.ts'
import { useStaffPages } from '#kernel/web/react/use-staff-route.ts'
import { listMatters } from '../web/routes.generated.ts'
import type { Desk } from './desk-address.ts'
import type { Row } from './matter-row.tsx'
import { useNews } from './use-news.ts'

const PAGE = 100

/** The rows of the list, page after page, each as it stands now. */
export function useMatters({ filter }: Desk) {
  const client = useQueryClient()
  const language = useLanguage()
  const input = { query: { ...filter, limit: PAGE } }
  const answer = useStaffPages(listMatters, input, { keepLast: true, isStill: true })
  const news = useNews(filter)
  const { data, isPlaceholderData } = answer
  const listed = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data])
  const rows = useMemo(
    () =>
      listed.map((matter): Row => {
        const change = news.changes.get(matter.id)
        if (!change) return matter
        return {
          ...matter,
          ...change.matter,
          isFresh: news.fresh.has(matter.id),
          isGone: !change.isIn,
        }
      }),
    [listed, news.changes, news.fresh],
  )
  const known = useMemo(() => new Set(listed.map(({ id }) => id)), [listed])
  const came = [...news.changes.values()].filter(({ isIn, matter }) => isIn && !known.has(matter.id)).length
  /** From the first page on: what came takes its place, what left goes. */
  const readAnew = async () => {
    news.forget()
    await client.resetQueries({ queryKey: [listMatters.path, 'pages', input, language] })
  }
  return {
    answer,
    rows,
    marks: data?.pages[0]?.marks,
    isStale: isPlaceholderData,
    news,
    came,
    readAnew,
  }
}
