import { route } from '#kernel/contract/route.ts'
import type { Tables } from '#db/schema.ts'

export const serve = (tables: Tables) => ({ tables, route })
