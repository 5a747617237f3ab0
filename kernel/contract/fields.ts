import { Type, type TSchema } from 'typebox'

/** Fields that mean the same in every contract. */
export const Id = Type.String({ format: 'uuid' })

/** An area's number within its district: as large as the database's integer. */
export const AreaId = Type.Integer({ minimum: 1, maximum: 2_147_483_647 })

/** A moment, ISO 8601 in UTC with milliseconds. */
export const Instant = Type.String({ format: 'date-time' })

/** A calendar day of the district, YYYY-MM-DD. */
export const Day = Type.String({ format: 'date' })

/** WGS-84. */
export const Point = Type.Object({
  lon: Type.Number({ minimum: -180, maximum: 180 }),
  lat: Type.Number({ minimum: -90, maximum: 90 }),
})

/** Text a person types: not only spaces, no control characters. */
export const Words = (limits: { min?: number; max: number }) =>
  Type.String({ minLength: limits.min ?? 1, maxLength: limits.max, pattern: '\\S' })

/** A page of a keyset-paged list: `next` is the cursor of the following page, absent on the last. */
export const PageOf = <T extends TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), next: Type.Optional(Type.String()) })

export const PageQuery = {
  after: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
}

/** One of the given words. */
export const oneOf = <const V extends readonly string[]>(values: V) =>
  Type.Unsafe<V[number]>({ type: 'string', enum: [...values] })

/** A file made while it is sent. `chunks` may read from the open transaction. */
export type Streamed = {
  fileName: string
  mediaType: string
  chunks: AsyncIterable<string | Uint8Array>
}
export const Streamed = Type.Unsafe<Streamed>({ type: 'string', format: 'binary' })

/** Where the browser goes next: an address of ours, or of a sign-in service that was set. */
export const Redirect = Type.Object({ location: Type.String() })
