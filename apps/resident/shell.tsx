import { Pages } from '#kernel/web/page-entry.tsx'
import { pages } from './pages.ts'

export function ResidentShell() {
  return <Pages pages={pages} />
}
