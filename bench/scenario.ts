export type Say = (line: string) => void

export type Asked = {
  size: number
  /** How long the measured part lasts. */
  seconds: number
  clients: number
  /** A running product to measure instead of one started for the purpose. */
  url: string | undefined
  /** A folder for a CPU profile of the server. */
  profile: string | undefined
  say: Say
}

/** What every scenario tells; null where it has no meaning. Times in milliseconds. */
export type Measured = {
  ops_per_s: number
  p50_ms: number | null
  p95_ms: number | null
  p99_ms: number | null
  /** The same work without the product: pgbench, or the bare statements. */
  limit_ops_per_s: number | null
  ratio: number | null
  errors: number
  /** What must hold and did not: the run fails. */
  broken?: string[]
  [more: string]: unknown
}

export type Scenario = {
  what: string
  size: number
  /** What `size` counts. */
  sizeOf: string
  seconds: number
  clients: number
  run(asked: Asked): Promise<Measured>
}
