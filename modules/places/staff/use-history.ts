import { useState } from 'react'

type History<Value> = { past: readonly Value[]; now: Value; future: readonly Value[] }
const steps = 200

/** A value whose changes can be taken back and made again. */
export function useHistory<Value>(first: Value) {
  const [{ past, now, future }, setHistory] = useState<History<Value>>({ past: [], now: first, future: [] })
  return {
    now,
    /** One more step. */
    set: (value: Value) =>
      setHistory((before) => ({ past: [...before.past, before.now].slice(-steps), now: value, future: [] })),
    undo: () =>
      setHistory((before) => {
        const last = before.past.at(-1)
        if (last === undefined) return before
        return { past: before.past.slice(0, -1), now: last, future: [before.now, ...before.future] }
      }),
    redo: () =>
      setHistory((before) => {
        const [next, ...rest] = before.future
        if (next === undefined) return before
        return { past: [...before.past, before.now], now: next, future: rest }
      }),
    canUndo: past.length > 0,
    canRedo: future.length > 0,
  }
}
