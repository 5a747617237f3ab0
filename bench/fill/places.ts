import type { Context } from '#kernel/server/context.ts'
import { statement } from '#kernel/server/database.ts'
import { routeFor } from '#modules/matters/server/routing.ts'
import { listAreasById } from '#modules/places/server/queries.ts'
import type { Place } from './matter-story.ts'

type Row = { area_id: number; token: string; names: string[]; worker: string; clerk: string; street: string }

const listBuildings = statement<Row>(
  'bench.list-buildings',
  `select a.id as area_id, d.token,
     array(select p.name from areas p where p.district_id = a.district_id and p.id = any (a.path)) as names, w.account_id as worker, c.account_id as clerk,
     (select s.account_id from posts s where s.district_id = a.district_id and s.area_id = a.street_id
      order by md5(s.id::text || a.id) limit 1) as street
   from areas a
   join door_codes d on d.district_id = a.district_id and d.area_id = a.id
   join posts w on w.district_id = a.district_id and w.area_id = a.grid_id and w.role = 'grid_worker'
   join posts c on c.district_id = a.district_id and c.area_id = a.community_id and c.role = 'community_clerk'
   where a.district_id = $1 and a.kind = 'building' order by a.id`,
)

/** Every building with its door, those who act for it, and where the product sends what is reported there. */
export async function placesOf(ctx: Context, subject: string): Promise<Place[]> {
  const rows = await ctx.db.rows(listBuildings, [ctx.district.id])
  const areas = await ctx.db.rows(listAreasById, [ctx.district.id, rows.map((row) => row.area_id)])
  const byId = new Map(areas.map((area) => [area.id, area]))
  return Promise.all(
    rows.map(async ({ area_id: areaId, token, names, worker, clerk, street }) => {
      const area = byId.get(areaId)
      if (!area) throw new Error(`no area ${areaId}`)
      return {
        areaId,
        doorToken: token,
        names,
        worker,
        clerk,
        street,
        target: await routeFor(ctx, area, { subject, words: '', channel: 'qr' }),
      }
    }),
  )
}
