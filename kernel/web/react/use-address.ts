import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useCallback } from 'react'

export type Search = Readonly<Record<string, string | undefined>>

/** Plain text in the address bar: ?list=todo&area=12, never JSON. */
export const parseSearch = (text: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(text))

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '')
      params.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  const text = params.toString()
  return text && `?${text}`
}

/** What a page is looking at, kept in the address so that it can be sent, reloaded and gone back to. */
export function useAddress() {
  const navigate = useNavigate()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const search = useRouterState({ select: (state): Search => state.location.search })
  const change = useCallback(
    (part: Search, how: { replace?: boolean } = {}) =>
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, ...part }),
        replace: how.replace ?? false,
      }),
    [navigate],
  )
  return { path, search, change }
}
