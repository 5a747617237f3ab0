import { uuidv7 } from '#kernel/server/uuid.ts'
import type { RouteDeclaration } from '#kernel/contract/route.ts'
import { demoPassword } from '#modules/people/server/door.ts'
import * as people from '#modules/people/contract.ts'
import type { Caller, Loose } from './caller.ts'
import type { World } from './world.ts'

/**
 * One route tried by two people of the same role: `inside` may, `outside` holds the role elsewhere and must not even
 * learn that it is there. Where nothing lies in an area, `outside` is someone whose role lacks the permission.
 */
export type AccessCase = (world: World) => Promise<Tried>
type Tried = { inside: Caller; outside: Caller; input: Loose; refused?: 403 }

type Scoped = RouteDeclaration & { scope: 'area' | 'district' }

/** A case for every route of a contract that reaches into areas: a route without one does not compile. */
export type AccessCases<Contract> = {
  [Name in keyof Contract as Contract[Name] extends Scoped ? Name : never]: AccessCase
}

/** An administrator whose post lies in one community only. */
export async function administratorOf(
  world: World,
  areaKey: string,
  role: 'district_admin' | 'security_admin' = 'district_admin',
): Promise<Caller> {
  const login = `admin.${uuidv7().slice(-12)}`
  const { accountId } = await world
    .person('zhengkai')
    .calls(people.addAccount, { body: { login, name: '测试管理员', password: demoPassword } })
  // Its first password is taken for its own, so that it signs in like everybody else.
  await world.rows('update accounts set password_is_first = false where id = $1', [accountId])
  await world.rows(
    `insert into posts (district_id, id, account_id, role, area_id, valid_from)
     values ($1, $2, $3, $4, $5, '2020-01-01')`,
    [world.district.id, uuidv7(), accountId, role, world.area(areaKey)],
  )
  return world.person(login)
}
