import { Type, type Static } from 'typebox'
import { oneOf } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'

/**
 * The map below the office's own lines on the staff pages. None unless an administrator sets one: nothing is asked of an
 * outside service by itself. Maps on the internet must be reviewed ones: their number (审图号) is shown on them.
 */
export const BaseMap = Type.Object({
  /** Address of one tile with {z}, {x} and {y} in it; empty for none. */
  template: Type.String({
    maxLength: 400,
    pattern: '^$|^(?=.*\\{z\\})(?=.*\\{x\\})(?=.*\\{y\\})https?://[^\\s"<>]+$',
  }),
  system: oneOf(['wgs84', 'cgcs2000', 'gcj02']),
  /** Whose map it is, with its 审图号. */
  note: Type.String({ maxLength: 120 }),
  deepest: Type.Integer({ minimum: 1, maximum: 22 }),
})
export type BaseMap = Static<typeof BaseMap>

/** What the office wants on its posters besides the code and the place. */
export const PosterWords = Type.Object({
  /** In the place of 有事扫一扫; empty for that. */
  heading: Type.String({ maxLength: 20 }),
  /** One line at the foot, such as 服务热线 12345. */
  line: Type.String({ maxLength: 60 }),
  /** Who puts it up; the district when empty. */
  from: Type.String({ maxLength: 40 }),
  showsWorker: Type.Boolean(),
})
export type PosterWords = Static<typeof PosterWords>

const MapSettings = Type.Object({ baseMap: BaseMap, poster: PosterWords })

export const readPlaceSettings = route({
  method: 'GET',
  path: '/place-settings',
  summary: 'The base map of the staff pages and the words of the posters',
  permission: 'signed-in',
  scope: 'none',
  returns: MapSettings,
})

export const changeBaseMap = route({
  method: 'PUT',
  path: '/place-settings/base-map',
  summary: 'Sets the map below the own lines, or none',
  permission: 'places.edit',
  scope: 'district',
  body: BaseMap,
  returns: MapSettings,
})

export const changePosterWords = route({
  method: 'PUT',
  path: '/place-settings/poster',
  summary: 'Sets what stands on the posters besides the code and the place',
  permission: 'places.edit',
  scope: 'district',
  body: PosterWords,
  returns: MapSettings,
})
