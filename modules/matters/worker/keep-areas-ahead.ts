import { call } from '#kernel/web/call.ts'
import { keepAhead } from '#kernel/web/use-kept-route.ts'
import { listAreas } from '#modules/places/web/phone-door.ts'

const MOST = 24
let done = false

/** The places of the own grid, so that a report can be placed without a connection. Once a visit. */
export async function keepAreasAhead(): Promise<void> {
  if (done || !navigator.onLine) return
  done = true
  try {
    const tops = await call(listAreas, { query: {} })
    const waiting = tops.items.filter((area) => area.childCount > 0).map((area) => area.id)
    for (let asked = 0; asked < MOST; asked++) {
      const parent = waiting.shift()
      if (parent === undefined) return
      await keepAhead(listAreas, { query: { parent } })
      const { items } = await call(listAreas, { query: { parent } })
      waiting.push(...items.filter((area) => area.childCount > 0).map((area) => area.id))
    }
  } catch {
    done = false
  }
}
