import { keepAhead } from '#kernel/web/use-kept-route.ts'
import { listAreas } from '#modules/places/web/phone-door.ts'
import { listSubjects } from '../web/routes.generated.ts'

const MOST_AREAS = 30
const FRESH_MS = 12 * 3600_000
let done = false

async function keepAll(): Promise<void> {
  await keepAhead(listSubjects, {}, FRESH_MS)
  const tops = await keepAhead(listAreas, { query: {} }, FRESH_MS)
  const waiting = tops.items.filter((area) => area.childCount > 0)
  for (let asked = 0; asked < MOST_AREAS; asked++) {
    const area = waiting.shift()
    if (!area) return
    const { items } = await keepAhead(listAreas, { query: { parent: area.id } }, FRESH_MS)
    waiting.push(...items.filter((inside) => inside.childCount > 0))
  }
}

/** Subjects and the places of the own grid, so that something new can be reported without a connection. */
export async function keepTakingAhead(): Promise<void> {
  if (done || !navigator.onLine) return
  done = true
  await keepAll().catch(() => {
    done = false
  })
}
