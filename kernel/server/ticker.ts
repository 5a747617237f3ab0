import type { Context } from './context.ts'
import { statement } from './database.ts'
import type { JobKind, Outside, RunInDistrict } from './job-kind.ts'
import { jobFailures } from './metrics.ts'

const takeTurn = statement<{ taken: boolean }>(
  'kernel.take-turn',
  'select pg_try_advisory_xact_lock(hashtext($1), $2) as taken',
)

/** One portion of the work of a job that runs every few seconds; nothing while another server is at it. */
async function portion(ctx: Context, kind: JobKind<never>): Promise<void | 'more' | Outside> {
  const turn = await ctx.db.row(takeTurn, [kind.name, ctx.district.id])
  return turn?.taken ? kind.run(ctx, {} as never) : undefined
}

type Way = {
  run: RunInDistrict
  districts: () => Promise<number[]>
  onError: (error: Error) => void
}

/** Runs one job that says `every`: a failure is counted, and the next round tries again. */
export class Ticker {
  readonly #kind: JobKind<never>
  readonly #way: Way
  #timer: NodeJS.Timeout | undefined
  #round: Promise<void> = Promise.resolve()
  #stopped = false

  constructor(kind: JobKind<never>, way: Way) {
    this.#kind = kind
    this.#way = way
    this.#wait()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#round
  }

  #wait(): void {
    if (this.#stopped) return
    this.#timer = setTimeout(
      () => {
        this.#round = this.#goRound().finally(() => this.#wait())
      },
      (this.#kind.every ?? 60) * 1000,
    )
    this.#timer.unref()
  }

  async #goRound(): Promise<void> {
    try {
      for (const district of await this.#way.districts()) await this.#workOff(district)
    } catch (error) {
      jobFailures.inc({ kind: this.#kind.name })
      this.#way.onError(error instanceof Error ? error : new Error(String(error)))
    }
  }

  async #workOff(district: number): Promise<void> {
    let left: void | 'more' = 'more'
    while (left === 'more' && !this.#stopped) {
      const came = await this.#way.run(district, (ctx) => portion(ctx, this.#kind))
      left = typeof came === 'function' ? await this.#way.run(district, await came()) : came
    }
  }
}
