import { useCallback, useEffect, useRef, useState } from 'react'
import { phoneStore } from './phone-store.ts'

const FORGET_AFTER_MS = 7 * 24 * 3600_000
const SAVE_AFTER_MS = 400

async function readDraft(name: string): Promise<unknown> {
  const store = await phoneStore()
  const draft = await store.drafts.get(name)
  if (!draft) return undefined
  if (Date.now() - draft.savedAt < FORGET_AFTER_MS) return draft.value
  await store.drafts.remove(name)
  return undefined
}

const saveDraft = async (name: string, value: unknown) =>
  (await phoneStore()).drafts.put({ name, savedAt: Date.now(), value })

const clearDraft = async (name: string) => (await phoneStore()).drafts.remove(name)

export type DraftState<Value> = {
  readonly value: Value
  readonly change: (part: Partial<Value>) => void
  /** Forget it, after sending. */
  readonly clear: () => void
  /** True once the phone was asked; until then `value` is the empty form. */
  readonly ready: boolean
}

/**
 * A form that survives a reload and a closed browser, photos (Blobs) included. Where the phone has no
 * storage it is a plain form. What the person typed before the stored draft arrived is kept.
 */
export function useDraft<Value extends object>(name: string, empty: Value): DraftState<Value> {
  const [first] = useState(empty)
  const [value, setValue] = useState(first)
  const [ready, setReady] = useState(false)
  const touched = useRef<Partial<Value>>({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    readDraft(name)
      .then((stored) => stored && setValue((now) => ({ ...now, ...stored, ...touched.current })))
      .catch(() => undefined)
      .finally(() => setReady(true))
  }, [name])

  useEffect(() => {
    if (!ready || Object.keys(touched.current).length === 0) return
    timer.current = setTimeout(() => void saveDraft(name, value).catch(() => undefined), SAVE_AFTER_MS)
    return () => clearTimeout(timer.current)
  }, [name, value, ready])

  const change = useCallback((part: Partial<Value>) => {
    Object.assign(touched.current, part)
    setValue((now) => ({ ...now, ...part }))
  }, [])

  const clear = useCallback(() => {
    clearTimeout(timer.current)
    touched.current = {}
    setValue(first)
    void clearDraft(name).catch(() => undefined)
  }, [name, first])

  return { value, change, clear, ready }
}
