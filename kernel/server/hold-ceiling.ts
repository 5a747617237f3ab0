import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ageOfDevice, carriesOwnSession, deviceOf } from './caller.ts'
import { ceilingOf, networkOf } from './ceiling.ts'
import { ceilingRefusals } from './metrics.ts'
import type { PersonalData } from './personal-data.ts'
import { tooMany } from './problems.ts'

const minuteMs = 60_000
/** A browser that has had its name this long is somebody's; a program that fetches a new name for each call has none. */
const settledMs = 10 * minuteMs

/** Refuses what goes over the ceiling of an address. Who is signed in is known by account: the session's limits hold. */
export function holdCeiling(app: FastifyInstance, personalData: PersonalData): void {
  const ceiling = ceilingOf(personalData)
  app.addHook('preHandler', async (request) => {
    const perMinute = limitOf(request)
    if (perMinute === undefined || carriesOwnSession(request, personalData)) return
    const now = Date.now()
    const device = deviceOf(request, personalData)
    const isFresh = device === undefined || ageOfDevice(device, now) < settledMs
    const call = { route: `${request.method} ${request.routeOptions.url}`, perMinute, isFresh }
    if (ceiling.admits(networkOf(request.ip), call, now)) return
    ceilingRefusals.inc()
    throw tooMany({ retryAfterSeconds: Math.ceil((minuteMs - (now % minuteMs)) / 1000) })
  })
}

const limitOf = (request: FastifyRequest): number | undefined =>
  (request.routeOptions.config as { rateLimit?: { max: number } }).rateLimit?.max
