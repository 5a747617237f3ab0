import { type Actor, type Context, systemActor } from '#kernel/server/context.ts'
import type { Channel } from '#modules/matters/contract.ts'
import { mergeMatter } from '#modules/matters/server/merge.ts'
import * as matters from '#modules/matters/server/door.ts'
import { actorOfAccount } from '#modules/people/server/door.ts'
import { findArea } from '#modules/places/server/door.ts'
import type { Registers } from './registers.ts'

type Taking = {
  subject: string
  channel: Channel
  area: number
  day: string
  by?: string | undefined
  receivedBy?: string
}
export type Handed = { id: string; number: string }

/** Matters of a district, taken and moved by the product's own commands. */
export class Work {
  readonly registers: Registers

  constructor(registers: Registers) {
    this.registers = registers
  }

  /** A report taken on a day, by somebody or by the system. */
  async take({ subject, channel, area, day, by, receivedBy }: Taking): Promise<Handed> {
    const actor = by ? await this.#actor(by, day) : systemActor
    return this.#on(day, actor, async (ctx) => {
      const place = await ctx.db.row(findArea, [ctx.district.id, area])
      if (!place) throw new Error('no such area')
      const said = {
        place,
        channel,
        subject,
        words: '请帮忙看看。',
        photoIds: [],
        isPrivate: false,
        receivedBy,
      }
      const { matter } = await matters.receive(ctx, said)
      return { id: matter.id, number: matter.number }
    })
  }

  accept(id: string, day: string) {
    return this.#on(day, systemActor, (ctx) => matters.acceptMatter(ctx, id, {}))
  }

  /** Accepted, answered as solved, asked after and closed. */
  async close(id: string, day: string): Promise<void> {
    await this.#on(day, systemActor, async (ctx) => {
      await matters.acceptMatter(ctx, id, {})
      await matters.answerMatter(ctx, id, { words: '办好了。', outcome: 'solved', photoIds: [] })
      await matters.followUpMatter(ctx, id, { result: 'satisfied' })
      await matters.closeMatter(ctx, id)
    })
  }

  answer(id: string, day: string) {
    return this.#on(day, systemActor, (ctx) =>
      matters.answerMatter(ctx, id, { words: '正在排期，月底前办。', outcome: 'planned', photoIds: [] }),
    )
  }

  hand(id: string, organisationId: string, day: string) {
    return this.#on(day, systemActor, (ctx) =>
      matters.transferMatter(ctx, id, { organisationId, reason: '由他们来办' }),
    )
  }

  merge(id: string, into: string, day: string) {
    return this.#on(day, systemActor, (ctx) => mergeMatter(ctx, id, { into, reason: '并入实事项目' }))
  }

  /** As many more of a matter with its reports, as rows beside it: where thousands are wanted. */
  async repeat(id: string, times: number): Promise<void> {
    const { pool } = this.registers.ground
    const district = this.registers.district.id
    await pool.query(
      `with numbered as (
         select n, (left($2::text, 14) || '7' || substr(md5(n || $2), 1, 3) || '-8' || substr(md5($2 || n), 1, 3) || '-' ||
           substr(md5($2 || n), 5, 12))::uuid as new_id from generate_series(1, $3::int) n
       ), more as (
         insert into matters select x.* from matters m cross join numbered
         cross join lateral jsonb_populate_record(m, jsonb_build_object('id', new_id,
           'number', m.number || '-' || n)) x where m.district_id = $1 and m.id = $2::uuid
       )
       insert into reports select x.* from reports r cross join numbered
       cross join lateral jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'matter_id', new_id,
         'query_code', upper(translate(substr(md5(r.id::text || n), 1, 10), '01', 'xy')))) x
       where r.district_id = $1 and r.matter_id = $2::uuid`,
      [district, id, times],
    )
  }

  async #actor(accountId: string, day: string): Promise<Actor> {
    const actor = await this.registers.on(day, (ctx) => actorOfAccount(ctx, accountId))
    if (!actor) throw new Error('the account holds nothing')
    return actor
  }

  /** Each act has a moment of its own within its day. */
  #on<Result>(day: string, actor: Actor, work: (ctx: Context) => Promise<Result>): Promise<Result> {
    return this.registers.on(day, work, actor)
  }
}
