import { personName } from '#modules/people/web/door.tsx'
import type { Matter } from '../contract.ts'
import { status } from '../web/status.tsx'

export const openPage = (matter: Matter) => ({ matter, personName, status })
