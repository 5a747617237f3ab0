import { addressOf, type CallInput, type Endpoint, request } from '#kernel/web/call.ts'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { currentLanguage } from '#kernel/web/language.ts'
import { uuidv7 } from '#kernel/web/uuid.ts'
import type { Boundary } from '../contract.ts'

/** Sends a GeoJSON file to a route that takes one. @throws Problem */
export function sendGeoJson<R>(target: Endpoint<R>, input: CallInput<R>, file: Blob): Promise<ReturnsOf<R>> {
  const form = new FormData()
  form.append('file', file, file instanceof File ? file.name : 'boundary.geojson')
  const headers = {
    Accept: 'application/json',
    'Accept-Language': currentLanguage() === 'zh' ? 'zh-CN' : 'en',
    'Idempotency-Key': uuidv7(),
  }
  const init = { method: target.method, headers, body: form }
  return request(addressOf(target.path, input), init) as Promise<ReturnsOf<R>>
}

/** One boundary as a file, under the number of its area. */
export const fileOf = (areaId: number, boundary: Boundary): Blob =>
  new Blob([JSON.stringify({ type: 'Feature', id: areaId, properties: {}, geometry: boundary })], {
    type: 'application/geo+json',
  })
