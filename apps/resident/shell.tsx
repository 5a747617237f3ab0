import { Pages } from '#kernel/web/page-entry.tsx'
import { pages } from './pages.ts'
import { useScroll } from './use-scroll.ts'

export function ResidentShell() {
  useScroll()
  return <Pages pages={pages} />
}
