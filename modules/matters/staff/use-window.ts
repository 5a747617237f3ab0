import { useCallback, useEffect, useState, type RefObject } from 'react'

export const ROW_HEIGHT = 36
const HEAD_HEIGHT = 32
/** Rows drawn above and below what is in sight. */
const AROUND = 12

export type Slice = { readonly from: number; readonly until: number }

function sliceOf(element: HTMLElement): Slice {
  const top = Math.max(0, element.scrollTop - HEAD_HEIGHT)
  const from = Math.max(0, Math.floor(top / ROW_HEIGHT) - AROUND)
  return { from, until: from + Math.ceil(element.clientHeight / ROW_HEIGHT) + 2 * AROUND }
}

/** Tells which rows are in sight whenever that may have changed, at most once a frame. */
function watchSight(element: HTMLElement, onSight: (slice: Slice) => void): () => void {
  let frame = 0
  const later = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0
      onSight(sliceOf(element))
    })
  }
  const watch = new ResizeObserver(later)
  watch.observe(element)
  element.addEventListener('scroll', later, { passive: true })
  return () => {
    cancelAnimationFrame(frame)
    watch.disconnect()
    element.removeEventListener('scroll', later)
  }
}

/** Which rows of a long table are in sight; only these are drawn, so that thousands scroll as tens do. */
export function useWindow(pane: RefObject<HTMLElement | null>, count: number) {
  const [seen, setSeen] = useState<Slice>({ from: 0, until: 60 })
  useEffect(() => {
    const isSame = (one: Slice, other: Slice) => one.from === other.from && one.until === other.until
    return pane.current
      ? watchSight(pane.current, (now) => setSeen((before) => (isSame(before, now) ? before : now)))
      : undefined
  }, [pane])

  /** Scrolls only as far as it takes to see the row, which may not be drawn yet. */
  const show = useCallback(
    (index: number) => {
      const element = pane.current
      if (!element || index < 0) return
      const top = index * ROW_HEIGHT
      const bottom = top + ROW_HEIGHT + HEAD_HEIGHT
      if (top < element.scrollTop) element.scrollTo({ top })
      else if (bottom > element.scrollTop + element.clientHeight) {
        element.scrollTo({ top: bottom - element.clientHeight })
      }
    },
    [pane],
  )
  return { slice: { from: Math.min(seen.from, count), until: Math.min(seen.until, count) }, show }
}
