import type { Streamed } from '#kernel/contract/fields.ts'
import type { QueryOf } from '#kernel/contract/route.ts'
import type { Context } from '#kernel/server/context.ts'
import type { exportBoundaries as ExportBoundaries } from '../contract.ts'
import { areasAsOf, boundariesAsOf, reachedAreaOn, todayOf } from './as-of.ts'
import type { AreaThen } from './as-of-queries.ts'
import { fromWgs84 } from './coordinates.ts'
import { convert } from './geojson.ts'

const atOnce = 200

/** GeoJSON (RFC 7946) of an area and what lay below it, in portions, so that a whole district is never held at once. */
export async function exportBoundaries(
  ctx: Context,
  areaId: number,
  query: QueryOf<typeof ExportBoundaries>,
): Promise<Streamed> {
  const day = query.on ?? todayOf(ctx)
  const top = await reachedAreaOn(ctx, 'places.read', areaId, day)
  const areas = await areasAsOf(ctx, day, { within: areaId, ...(query.kind && { kinds: [query.kind] }) })
  const system = query.system ?? 'wgs84'
  async function* chunks() {
    yield '{"type":"FeatureCollection","features":['
    let isFirst = true
    for (let from = 0; from < areas.length; from += atOnce) {
      const some = areas.slice(from, from + atOnce)
      const boundaries = await boundariesAsOf(
        ctx,
        some.map(({ id }) => id),
        day,
      )
      for (const area of some) {
        const boundary = boundaries.get(area.id)
        if (!boundary) continue
        const coordinates = convert(boundary.coordinates, (at) => fromWgs84(at, system))
        const feature = {
          type: 'Feature',
          id: area.id,
          properties: propertiesOf(area),
          geometry: { ...boundary, coordinates },
        }
        yield `${isFirst ? '' : ','}\n${JSON.stringify(feature)}`
        isFirst = false
      }
    }
    yield '\n]}\n'
  }
  const name = [top.name, day, ...(system === 'wgs84' ? [] : [system])].join('-')
  return { fileName: `${name}.geojson`, mediaType: 'application/geo+json', chunks: chunks() }
}

const propertiesOf = (area: AreaThen) => ({
  id: area.id,
  kind: area.kind,
  code: area.code,
  name: area.name,
  path: (area.path_names ?? []).join('/'),
  validFrom: area.valid_from,
})
