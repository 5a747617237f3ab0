import { randomBytes } from 'node:crypto'
import { personalDataWith } from '#kernel/server/personal-data.ts'
import type { Pool } from '#kernel/server/database.ts'
import { benchDistrict, benchPassword } from '../fill/district.ts'
import { openLane, requestText } from './http-lane.ts'

/** Those who see one matter through, each with a bearer token, and the doors of the worker's grid. */
export type Crew = {
  doors: string[]
  workerId: string
  worker: string
  clerk: string
  street: string
  areas: { district: number; street: number; community: number; grid: number }
}

type Row = {
  doors: string[]
  worker_id: string
  worker: string
  clerk: string
  street: string
  grid_id: number
  community_id: number
  street_id: number
  root: number
}

// Spread over the district, so that no caller comes near the limit of calls a minute.
const listCrews = `
  with grids as (
    select *, row_number() over (partition by street_id order by id) as nth
    from areas where district_id = $1 and kind = 'grid' and name = '第1网格'
  )
  select g.id as grid_id, g.community_id, g.street_id, g.path[1] as root, w.account_id as worker_id,
    wa.login as worker, ca.login as clerk,
    (select sa.login from posts s join accounts sa on sa.district_id = s.district_id and sa.id = s.account_id
     where s.district_id = g.district_id and s.area_id = g.street_id and s.role = 'street_staff'
     order by sa.login offset (g.nth - 1) % 5 limit 1) as street,
    (select array_agg(d.token) from areas b join door_codes d on d.district_id = b.district_id and d.area_id = b.id
     where b.district_id = g.district_id and b.grid_id = g.id) as doors
  from grids g
  join posts w on w.district_id = g.district_id and w.area_id = g.id and w.role = 'grid_worker'
  join accounts wa on wa.district_id = w.district_id and wa.id = w.account_id
  join posts c on c.district_id = g.district_id and c.area_id = g.community_id and c.role = 'community_clerk'
  join accounts ca on ca.district_id = c.district_id and ca.id = c.account_id
  order by g.street_id, g.id`

/** Signs in `count` crews of different people. */
export async function signInCrews(
  pool: Pool,
  port: number,
  secretKey: string,
  count: number,
): Promise<Crew[]> {
  const { rows } = await pool.query<Row>(listCrews, [benchDistrict])
  const step = rows.length / Math.min(count, rows.length)
  const chosen = Array.from({ length: Math.min(count, rows.length) }, (_, at) => rows[Math.floor(at * step)])
  const lane = await openLane(port)
  const tokens = new Map<string, string>()
  const tokenOf = async (login: string): Promise<string> => {
    const token = tokens.get(login) ?? (await signIn(lane, login, secretKey))
    tokens.set(login, token)
    return token
  }
  const crews: Crew[] = []
  for (const row of chosen.filter((each) => each !== undefined)) {
    crews.push({
      doors: row.doors,
      workerId: row.worker_id,
      worker: await tokenOf(row.worker),
      clerk: await tokenOf(row.clerk),
      street: await tokenOf(row.street),
      areas: { district: row.root, street: row.street_id, community: row.community_id, grid: row.grid_id },
    })
  }
  lane.close()
  return crews
}

export async function signIn(
  lane: Awaited<ReturnType<typeof openLane>>,
  login: string,
  secretKey: string,
): Promise<string> {
  const headers = { ...phonesOf(secretKey, 1)[0], 'idempotency-key': crypto.randomUUID() }
  const body = { login, password: benchPassword, bearer: true }
  const answer = await lane.ask(requestText({ method: 'POST', path: '/session', headers, body }))
  const { token } = JSON.parse(answer.body) as { token?: string }
  if (!token) throw new Error(`${login} could not sign in: ${answer.status} ${answer.body}`)
  return token
}

/** What a phone sends along with each call. */
export type Phone = { cookie: string; 'x-forwarded-for': string }

/** Phones with a browser the server has named, each at an address of its own: limits count each by itself. */
export function phonesOf(secretKey: string, count: number): Phone[] {
  const { sign } = personalDataWith(secretKey)
  return Array.from({ length: count }, (_, at) => {
    const name = randomBytes(12).toString('base64url')
    const address = `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`
    return { cookie: `yige_device=${name}.${sign('device', name)}`, 'x-forwarded-for': address }
  })
}
