import { boot } from './boot.tsx'
import { pages } from './work-pages.ts'
import { WorkShell } from './work-shell.tsx'

void boot('work', pages, WorkShell)
