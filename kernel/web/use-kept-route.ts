import { useEffect, useState } from 'react'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { addressOf, call, type CallInput, type Endpoint } from './call.ts'
import { phoneStore } from './phone-store.ts'
import { useRoute, type RouteState } from './use-route.ts'

const FORGET_AFTER_MS = 14 * 24 * 3600_000
const KEEP_AT_MOST = 120

export type KeptState<Data> = RouteState<Data> & {
  /** When what is shown came from the server, in milliseconds. */
  readonly at: number | undefined
  /** True when there is no connection and what is shown is what the phone kept. */
  readonly offline: boolean
}

type Kept = { name: string; savedAt: number; value: unknown }

async function readKept(name: string): Promise<Kept | undefined> {
  const kept = await (await phoneStore()).answers.get(name)
  return kept && Date.now() - kept.savedAt < FORGET_AFTER_MS ? kept : undefined
}

async function dropOldest(): Promise<void> {
  const { answers } = await phoneStore()
  const kept = await answers.all()
  const newestFirst = kept.sort((left, right) => right.savedAt - left.savedAt)
  await Promise.all(newestFirst.slice(KEEP_AT_MOST).map((one) => answers.remove(one.name)))
}

async function keep(name: string, value: unknown): Promise<number> {
  const savedAt = Date.now()
  await (await phoneStore()).answers.put({ name, savedAt, value }).catch(() => undefined)
  return savedAt
}

/** Empties what the phone kept to read; what waits to be sent stays. */
export async function forgetKept(): Promise<void> {
  const { answers } = await phoneStore()
  const kept = await answers.all()
  await Promise.all(kept.map((one) => answers.remove(one.name)))
}

/**
 * Reads a GET route ahead of need and keeps its answer on the phone; an answer kept within `freshForMs` will
 * do. @throws Problem
 */
export async function keepAhead<R>(
  target: Endpoint<R>,
  input: CallInput<R>,
  freshForMs = 0,
): Promise<ReturnsOf<R>> {
  const name = addressOf(target.path, input)
  const kept = freshForMs > 0 ? await readKept(name) : undefined
  if (kept && Date.now() - kept.savedAt < freshForMs) return kept.value as ReturnsOf<R>
  const answer = await call(target, input)
  await keep(name, answer)
  return answer
}

/** What the phone kept under a name; `asked` once it was looked for. */
function useKept(name: string) {
  const [kept, setKept] = useState<Kept>()
  const [asked, setAsked] = useState<string>()
  useEffect(() => {
    let current = true
    readKept(name)
      .then((found) => current && found && setKept((now) => (now?.name === name ? now : found)))
      .catch(() => undefined)
      .finally(() => current && setAsked(name))
    return () => {
      current = false
    }
  }, [name])
  return { kept: kept?.name === name ? kept : undefined, setKept, asked: asked === name }
}

/**
 * Reads a GET route and keeps its last answer on the phone: shown at once when the page opens again, and
 * instead of a failure while there is no connection. Only for what the person may see every day: no contacts.
 */
export function useKeptRoute<R>(
  target: Endpoint<R>,
  input: CallInput<R>,
  options: { enabled?: boolean } = {},
): KeptState<ReturnsOf<R>> {
  const name = addressOf(target.path, input)
  const fresh = useRoute(target, input, options)
  const { kept, setKept, asked } = useKept(name)

  const answer = fresh.data
  useEffect(() => {
    if (answer === undefined) return
    void keep(name, answer).then((savedAt) => setKept({ name, savedAt, value: answer }))
    void dropOldest().catch(() => undefined)
  }, [name, answer, setKept])

  // What is kept was an answer of the same route, cut by its contract.
  const data = answer ?? (kept?.value as ReturnsOf<R> | undefined)
  const known = data !== undefined
  const offline = known && fresh.problem?.status === 0
  // No failure is told before the phone was asked what it kept.
  const problem = offline || !(known || asked) ? undefined : fresh.problem
  const loading = !known && (fresh.loading || !asked)
  return { data, problem, loading, at: kept?.savedAt, offline, reload: fresh.reload }
}
