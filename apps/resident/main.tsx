import { boot } from './boot.tsx'
import { pages } from './pages.ts'
import { ResidentShell } from './shell.tsx'

void boot('resident', pages, ResidentShell)
