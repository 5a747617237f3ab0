import type { Kysely } from 'kysely'
import { serve } from '#kernel/server/serve.ts'
import { findPerson } from '#modules/people/server/door.ts'
import { matter } from '../contract.ts'
import { rows } from './queries.ts'

export const open = (tx: Kysely<object>) => ({ tx, serve, findPerson, matter, rows })
