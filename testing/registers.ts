import { type Context, systemActor } from '#kernel/server/context.ts'
import { type Ground, runAs, runAsSystem } from '#kernel/server/ground.ts'
import type { District } from '#kernel/server/districts.ts'
import * as matters from '#modules/matters/server/door.ts'
import * as organisations from '#modules/organisations/server/door.ts'
import { addAccount, addContactLink, addPost, type Role } from '#modules/people/server/door.ts'
import * as places from '#modules/places/server/door.ts'
import { areaAsOf } from '#modules/places/server/as-of.ts'
import type { OrganisationSheetRow } from '#modules/organisations/server/import-organisations.ts'
import type { AreaSheetRow } from '#modules/places/server/import-areas.ts'
import type { AreaKind } from '#modules/places/contract.ts'

type OrganisationCells = Partial<Record<'kind' | 'form' | 'name' | 'area' | 'parent' | 'since', string>>
type Finer = { kind: AreaKind; names: readonly string[]; below: number; gridKind?: string; since?: string }

/** The day every register of these districts begins. */
const founded = '2019-01-02'
const noon = (day: string): Date => new Date(`${day}T04:00:00Z`)

/** A district of its own, filled through the imports and commands that a clerk's screens and sheets use. */
export class Registers {
  readonly ground: Ground
  readonly district: District
  root = 0
  #accounts = 0

  private constructor(ground: Ground, district: District) {
    this.ground = ground
    this.district = district
  }

  /** With streets, and communities of types in them: `{ 北街: { 一社区: '老旧' } }`. */
  static async open(
    ground: Ground,
    id: number,
    streets: Record<string, Record<string, string>>,
  ): Promise<Registers> {
    const name = `样区${id}`
    const { checked, marks } = places.checkAreaRows(areaSheet(id, name, streets))
    if (marks.size > 0) throw new Error([...marks.values()].join('\n'))
    await runAsSystem(ground, (inDistrict) =>
      inDistrict({ id, name, hosts: [`${id}.localhost`] }, async (ctx) => {
        await places.importAreas({ ...ctx, now: noon(founded) }, checked)
        await matters.openDistrict(ctx)
      }),
    )
    const district = (await ground.districts.all()).find((each) => each.id === id)
    if (!district) throw new Error('the district was not made')
    const made = new Registers(ground, district)
    made.root = await made.areaNamed(name)
    return made
  }

  /** Runs commands on a day, by the system or by somebody. */
  on<Result>(day: string, work: (ctx: Context) => Promise<Result>, actor = systemActor): Promise<Result> {
    return runAs(this.ground, { district: this.district, actor, now: noon(day) }, work)
  }

  areaNamed(name: string): Promise<number> {
    return this.on(founded, async (ctx) => {
      const found = (await places.findNamedAreas(ctx, [name]))(name)
      if ('wrong' in found) throw new Error(found.wrong)
      return found.area.id
    })
  }

  /** Areas finer than those of the official sheet. */
  finer({ kind, names, below, gridKind, since = founded }: Finer): Promise<number[]> {
    return this.on(since, async (ctx) => {
      const parent = await areaAsOf(ctx, below, since)
      if (!parent) throw new Error('nothing to lie below')
      const first = await places.reserveNumbers(ctx, names.length)
      const placed = names.map((name, at) => places.place(ctx, first + at, { kind, name, gridKind }, parent))
      await places.insertPlaced(ctx, placed)
      return placed.map(({ id }) => id)
    })
  }

  /** A sheet of organisations, checked and written as an import is. */
  organisations(rows: readonly OrganisationCells[], day: string): Promise<void> {
    const blank = Object.fromEntries(organisations.organisationColumns.map(({ key }) => [key, '']))
    const sheet = rows.map((cells, at) => ({
      line: at + 2,
      cells: { ...blank, since: founded, ...cells } as OrganisationSheetRow['cells'],
      values: [],
    }))
    return this.on(day, async (ctx) => {
      const checked = await organisations.checkOrganisationRows(ctx, sheet)
      if (checked.marks.size > 0) throw new Error([...checked.marks.values()].slice(0, 3).join('\n'))
      await organisations.importOrganisations(ctx, checked)
    })
  }

  async tie(names: readonly string[], kind: 'covers' | 'conference' | 'red', area?: number, since = founded) {
    await this.on(since, async (ctx) => {
      const known = new Map(
        (await ctx.db.rows(organisations.listKnown, [this.district.id])).map((o) => [o.name, o.id]),
      )
      for (const name of names) {
        await organisations.addTie(ctx, known.get(name) ?? '', { kind, ...(area && { areaId: area }) })
      }
    })
  }

  account(day = founded): Promise<string> {
    this.#accounts += 1
    const login = `someone.${this.#accounts}`
    const made = { login, name: `某某${this.#accounts}`, password: 'a-password-long-enough' }
    return this.on(day, async (ctx) => (await addAccount(ctx, made, { isOwn: true })).accountId)
  }

  /** One post in each of the areas, held by few people: each may hold several. */
  async posts(role: Role, areas: readonly number[], day = founded): Promise<void> {
    const perPerson = 100
    for (let from = 0; from < areas.length; from += perPerson) {
      const accountId = await this.account(day)
      await this.on(day, async (ctx) => {
        for (const areaId of areas.slice(from, from + perPerson))
          await addPost(ctx, { accountId, role, areaId })
      })
    }
  }

  link(accountId: string, areaId: number, perWeek: number, day: string) {
    return this.on(day, (ctx) => addContactLink(ctx, { accountId, areaId, perWeek }))
  }
}

function areaSheet(id: number, name: string, streets: Record<string, Record<string, string>>) {
  const code = (street: number, community: number): string =>
    `${id}${String(street).padStart(3, '0')}${String(community).padStart(3, '0')}`
  const rows: Record<string, string>[] = [{ code: code(0, 0), parent_code: '', kind: '区', name }]
  for (const [at, [street, communities]] of Object.entries(streets).entries()) {
    rows.push({ code: code(at + 1, 0), parent_code: code(0, 0), kind: '街道', name: street })
    for (const [index, [community, type]] of Object.entries(communities).entries()) {
      const own = {
        code: code(at + 1, index + 1),
        parent_code: code(at + 1, 0),
        kind: '社区',
        name: community,
      }
      rows.push({ ...own, community_type: type })
    }
  }
  return rows.map((cells, at) => ({
    line: at + 2,
    cells: { community_type: '', ...cells } as AreaSheetRow['cells'],
    values: [],
  }))
}
