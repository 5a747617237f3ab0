import { useSyncExternalStore } from 'react'
import { readStored, writeStored } from '#kernel/web/language.ts'
import type { Receipt } from '../contract.ts'

/** What this phone remembers of a report, so that nobody has to keep the query code in their head. */
export type KeptReceipt = Pick<Receipt, 'code' | 'number' | 'subject' | 'placeNames' | 'receivedAt'>

const STORED_AS = 'yige.receipts'
const MOST = 20
const watchers = new Set<() => void>()
let known: readonly KeptReceipt[] | undefined

const isText = (value: unknown): value is string => typeof value === 'string'

/** Answers come from the outbox and the phone's storage without a type. */
export function isReceiptLike(value: unknown): value is KeptReceipt {
  if (typeof value !== 'object' || value === null) return false
  if (!('code' in value && 'number' in value && 'receivedAt' in value)) return false
  if (!('subject' in value && 'placeNames' in value)) return false
  const { subject, placeNames } = value
  return (
    [value.code, value.number, value.receivedAt].every(isText) &&
    typeof subject === 'object' &&
    subject !== null &&
    Array.isArray(placeNames) &&
    placeNames.every(isText)
  )
}

function readKept(): readonly KeptReceipt[] {
  try {
    const stored: unknown = JSON.parse(readStored(STORED_AS) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isReceiptLike) : []
  } catch {
    return []
  }
}

function keptReceipts(): readonly KeptReceipt[] {
  known ??= readKept()
  return known
}

function change(next: readonly KeptReceipt[]): void {
  known = next
  writeStored(STORED_AS, next.length > 0 ? JSON.stringify(next) : null)
  for (const watcher of watchers) watcher()
}

export function keepReceipt(receipt: KeptReceipt): void {
  const { code, number, subject, placeNames, receivedAt } = receipt
  const others = keptReceipts().filter((one) => one.code !== code)
  change([{ code, number, subject, placeNames, receivedAt }, ...others].slice(0, MOST))
}

export const forgetReceipts = (): void => change([])

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Newest first. */
export const useKeptReceipts = (): readonly KeptReceipt[] =>
  useSyncExternalStore(watch, keptReceipts, keptReceipts)
