import { useCallback, useEffect, useReducer } from 'react'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { addressOf, callLoosely, type CallInput, type Endpoint, type LooseInput } from './call.ts'
import { currentLanguage, useLanguage } from './language.ts'
import { ownProblem, Problem } from './problem.ts'

/** An answer younger than this is shown without asking again. */
const FRESH_MS = 15_000
const KEEP_AT_MOST = 60

type Entry = {
  data?: unknown
  problem?: Problem | undefined
  /** When the last answer came; 0 before the first. */
  at: number
  asking?: Promise<void> | undefined
  fetchIt: () => Promise<unknown>
}

const entries = new Map<string, Entry>()
const watchers = new Map<string, Set<() => void>>()

const announce = (name: string) => watchers.get(name)?.forEach((watcher) => watcher())

/** Answers carry words, so each language has its own. */
const nameOf = (address: string) => `${address}#${currentLanguage()}`

function dropOldest(): void {
  for (const name of entries.keys()) {
    if (entries.size <= KEEP_AT_MOST) return
    if (!watchers.has(name)) entries.delete(name)
  }
}

function ask(name: string, fetchIt: () => Promise<unknown>): Promise<void> {
  const entry: Entry = entries.get(name) ?? { at: 0, fetchIt }
  if (entry.asking) return entry.asking
  entries.set(name, entry)
  entry.fetchIt = fetchIt
  entry.asking = fetchIt()
    .then((data) => {
      Object.assign(entry, { data, problem: undefined, at: Date.now() })
    })
    .catch((error: unknown) => {
      entry.problem = error instanceof Problem ? error : ownProblem('unreadable')
    })
    .finally(() => {
      entry.asking = undefined
      dropOldest()
      announce(name)
    })
  announce(name)
  return entry.asking
}

/** Starts a GET before any component asks for it; the component then finds it under way. */
export function askEarly(path: string, params: Record<string, string | undefined>): void {
  void ask(nameOf(addressOf(path, { params })), () => callLoosely({ method: 'GET', path }, { params }))
}

/** After a write: forgets every answer whose path begins so ('/matters'), and asks again for those on screen. */
export function forget(pathBegin: string): void {
  const begin = addressOf(pathBegin, {})
  for (const [name, entry] of entries) {
    if (!name.startsWith(begin)) continue
    if (watchers.has(name)) void ask(name, entry.fetchIt)
    else entries.delete(name)
  }
}

export type RouteState<Data> = {
  readonly data: Data | undefined
  readonly problem: Problem | undefined
  /** True while there is nothing to show yet. */
  readonly loading: boolean
  readonly reload: () => void
}

function useWatch(name: string): void {
  const [, again] = useReducer((count: number) => count + 1, 0)
  const { at, problem } = entries.get(name) ?? {}
  useEffect(() => {
    const mine = watchers.get(name) ?? new Set()
    watchers.set(name, mine.add(again))
    // An answer that came after the drawing and before this watch was announced to nobody.
    if (entries.get(name)?.at !== at || entries.get(name)?.problem !== problem) again()
    return () => {
      mine.delete(again)
      if (mine.size === 0) watchers.delete(name)
    }
  }, [name, at, problem])
}

/** Reads a GET route: one request for all who ask, the last answer at once, asked again when stale. */
export function useRoute<R>(
  target: Endpoint<R>,
  input: CallInput<R>,
  options: { enabled?: boolean } = {},
): RouteState<ReturnsOf<R>> {
  useLanguage()
  const name = nameOf(addressOf(target.path, input))
  const enabled = options.enabled ?? true
  useWatch(name)
  const { path } = target
  // As text, so that an input written out anew at every render is still the same one.
  const asked = JSON.stringify(input)
  const reload = useCallback(
    () => void ask(name, () => callLoosely({ method: 'GET', path }, JSON.parse(asked) as LooseInput)),
    [name, path, asked],
  )
  useEffect(() => {
    const known = entries.get(name)
    if (enabled && (!known || known.problem || Date.now() - known.at > FRESH_MS)) reload()
  }, [enabled, name, reload])

  const entry = entries.get(name)
  const problem = entry?.asking ? undefined : entry?.problem
  return {
    data: entry?.data as ReturnsOf<R> | undefined,
    problem,
    loading: enabled && entry?.data === undefined && !problem,
    reload,
  }
}
