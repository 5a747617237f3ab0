import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'

/** A new page begins at its top; going back finds the place where one was. */
export function useScroll(): void {
  const [path] = useLocation()
  const goesBack = useRef(false)
  useEffect(() => {
    const mark = () => {
      goesBack.current = true
    }
    addEventListener('popstate', mark)
    return () => removeEventListener('popstate', mark)
  }, [])
  useEffect(() => {
    if (!goesBack.current) scrollTo(0, 0)
    goesBack.current = false
  }, [path])
}
