import { Type, type Static } from 'typebox'
import { AreaId, Day, oneOf, Streamed } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { areaParams } from './areas.ts'
import { areaNotFound, boundariesFaulty, geoJsonUnreadable } from './problems.ts'
import { AreaKind, CoordinateSystem } from './shapes.ts'

/** What keeps a shape from being taken. */
export const boundaryFaults = [
  'no_polygon',
  'ring_open',
  'not_degrees',
  'crosses_itself',
  'unmatched',
  'ambiguous',
  'twice',
  'elsewhere',
] as const

/** What one should know before taking it: square metres shared with another, or beyond the area around it. */
const boundaryWarnings = ['overlaps', 'sticks_out'] as const

export const CheckedShape = Type.Object({
  /** Where in the file, counted from 0. */
  index: Type.Integer(),
  /** What the file calls it. */
  label: Type.String(),
  areaId: Type.Optional(AreaId),
  areaName: Type.Optional(Type.String()),
  squareMetres: Type.Optional(Type.Integer()),
  faults: Type.Array(oneOf(boundaryFaults)),
  warnings: Type.Array(
    Type.Object({
      what: oneOf(boundaryWarnings),
      /** The neighbour, or the area around it. */
      name: Type.String(),
      squareMetres: Type.Integer(),
    }),
  ),
})
export type CheckedShape = Static<typeof CheckedShape>

export const CheckedBoundaries = Type.Object({
  items: Type.Array(CheckedShape),
  sound: Type.Integer(),
  /** Areas around the shapes with what would be left uncovered. */
  gaps: Type.Array(Type.Object({ areaId: AreaId, name: Type.String(), squareMetres: Type.Integer() })),
  /** Areas of the kind that would still have no boundary. */
  without: Type.Array(Type.Object({ areaId: AreaId, name: Type.String() })),
  /** Most shapes lie elsewhere, but not when read in this coordinate system. */
  suggests: Type.Optional(CoordinateSystem),
})
export type CheckedBoundaries = Static<typeof CheckedBoundaries>

/** How the shapes of a file find their areas. */
const matching = {
  /** Only areas of this kind below the chosen one. */
  kind: AreaKind,
  system: Type.Optional(CoordinateSystem),
  /** The property of each feature that holds the code or the name of its area; its id when absent. */
  property: Type.Optional(Type.String({ maxLength: 100 })),
}

const fileBytes = 8 * 1024 * 1024

export const checkBoundaries = route({
  method: 'POST',
  path: '/areas/:areaId/boundary-checks',
  summary: 'Checks a GeoJSON file of boundaries whole, against the areas below one; changes nothing',
  permission: 'places.edit',
  scope: 'area',
  forgetful: true,
  params: areaParams,
  query: Type.Object(matching),
  upload: { maxBytes: fileBytes },
  returns: CheckedBoundaries,
  problems: [areaNotFound, geoJsonUnreadable],
})

export const importBoundaries = route({
  method: 'POST',
  path: '/areas/:areaId/boundaries',
  summary:
    'Takes the boundaries of a GeoJSON file from today on: all, or with `only=sound` those without a fault',
  permission: 'places.edit',
  scope: 'area',
  params: areaParams,
  query: Type.Object({ ...matching, only: Type.Optional(oneOf(['sound'])) }),
  upload: { maxBytes: fileBytes },
  returns: Type.Object({ taken: Type.Integer(), left: Type.Integer() }),
  problems: [areaNotFound, geoJsonUnreadable, boundariesFaulty],
})

export const exportBoundaries = route({
  method: 'GET',
  path: '/areas/:areaId/boundaries',
  summary: 'The boundaries of an area and of what lies below it as GeoJSON, today or as of a day',
  permission: 'places.read',
  scope: 'area',
  params: areaParams,
  query: Type.Object({
    kind: Type.Optional(AreaKind),
    on: Type.Optional(Day),
    system: Type.Optional(CoordinateSystem),
  }),
  returns: Streamed,
  answers: 'stream',
  problems: [areaNotFound],
})
