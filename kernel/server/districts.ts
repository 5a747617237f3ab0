import type { Pool } from './database.ts'

/** One district served by this installation. Nothing of one is visible to another. */
export type District = {
  /** The first six digits of its division code. */
  readonly id: number
  readonly name: string
  readonly timeZone: string
}

export type Districts = {
  ofHost(host: string): Promise<District | undefined>
  byId(id: number): Promise<District | undefined>
  all(): Promise<District[]>
  forget(): void
}

type Row = { id: number; name: string; time_zone: string; hosts: string[]; is_default: boolean }

const keepMs = 5_000

/** Reads the few districts at most every five seconds: a new one is served without a restart. */
export function districtsOf(pool: Pool): Districts {
  let loaded: { at: number; rows: Promise<Row[]> } | undefined
  const load = (): Promise<Row[]> => {
    if (loaded && Date.now() - loaded.at < keepMs) return loaded.rows
    const rows = pool
      .query<Row>('select id, name, time_zone, hosts, is_default from districts order by id')
      .then((result) => result.rows)
    loaded = { at: Date.now(), rows }
    rows.catch(() => (loaded = undefined))
    return rows
  }
  const shape = (row: Row | undefined): District | undefined =>
    row && { id: row.id, name: row.name, timeZone: row.time_zone }
  return {
    async ofHost(host) {
      const rows = await load()
      const name = host.toLowerCase().replace(/:\d+$/, '')
      return shape(rows.find((row) => row.hosts.includes(name)) ?? rows.find((row) => row.is_default))
    },
    byId: async (id) => shape((await load()).find((row) => row.id === id)),
    all: async () => (await load()).map((row) => ({ id: row.id, name: row.name, timeZone: row.time_zone })),
    forget: () => (loaded = undefined),
  }
}
