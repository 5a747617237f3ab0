import { useEffect, useRef } from 'react'

export type DeskKeys = Readonly<
  Record<'j' | 'k' | 'x' | 'Enter' | 'Escape' | 'a' | 'n' | '/' | '?', () => void>
>

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], [role=combobox]') !== null

const covers = '.ant-drawer-open, .ant-modal-wrap, .ant-dropdown, .ant-popover, .ant-select-dropdown'

/** What opened over the page keeps its own keys. */
const isCovered = (): boolean =>
  [...document.querySelectorAll(covers)].some((cover) => cover.getClientRects().length > 0)

const isPressing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a') !== null

/** The keys of the desk, quiet while somebody types or a drawer is open. */
export function useDeskKeys(keys: DeskKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const { key } = event
      if (!(key in latest.current) || isCovered()) return
      if (isTyping(event.target) && key !== 'Escape') return
      if (key === 'Enter' && isPressing(event.target)) return
      if (key !== 'Escape') event.preventDefault()
      latest.current[key as keyof DeskKeys]()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
