import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Pool } from './database.ts'
import { workMetrics } from './metrics-of-work.ts'

const registry = new Registry()
collectDefaultMetrics({ register: registry })

const durations = new Histogram({
  name: 'yige_http_request_seconds',
  help: 'Time to answer, by route and status class.',
  labelNames: ['route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  registers: [registry],
})

export const jobFailures = new Counter({
  name: 'yige_job_failures_total',
  help: 'Background jobs that failed, by kind.',
  labelNames: ['kind'],
  registers: [registry],
})

export const ceilingRefusals = new Counter({
  name: 'yige_address_ceiling_refused_total',
  help: 'Calls refused because their address had made too many with fresh browser names.',
  registers: [registry],
})

export function measureRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = `${request.method} ${request.routeOptions.url ?? '-'}`
    durations.observe({ route, status: `${Math.floor(reply.statusCode / 100)}xx` }, reply.elapsedTime / 1000)
  })
}

/** GET /metrics in the Prometheus text format. */
export function serveMetrics(app: FastifyInstance, pool: Pool): void {
  const connections = new Gauge({
    name: 'yige_database_connections',
    help: 'Connections of this process to PostgreSQL.',
    labelNames: ['state'],
    registers: [],
  })
  const ofWork = workMetrics(pool)
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    connections.set({ state: 'idle' }, pool.idleCount)
    connections.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
    connections.set({ state: 'waiting' }, pool.waitingCount)
    const gauges = new Registry()
    gauges.registerMetric(connections)
    reply.type(registry.contentType)
    return (await registry.metrics()) + (await gauges.metrics()) + (await ofWork())
  })
}
