import { existsSync } from 'node:fs'

export const planted = existsSync
