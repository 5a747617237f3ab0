import type { Role } from '#modules/people/contract.ts'

/** Every permission there is. A post gives those of its role, in its area and below. */
export const permissions = [
  'places.read',
  'places.edit',
  'places.door-codes',
  'organisations.read',
  'organisations.edit',
  'people.read',
  'people.edit',
  'audit.read',
  'audit.export',
  'office.configure',
  'notices.read',
  'notices.configure',
  'matters.read',
  'matters.take',
  'matters.handle',
  'matters.dispatch',
  'matters.hand-up',
  'matters.follow-up',
  'matters.close',
  'matters.contact',
  'matters.extend',
  'matters.supervise',
  'matters.moderate',
  'matters.configure',
  'matters.notice',
  'matters.export',
  'open311.manage',
  'webhooks.manage',
  'indicators.read',
] as const
export type PermissionName = (typeof permissions)[number]

const looking = ['places.read', 'organisations.read', 'people.read', 'matters.read'] as const
const field = [...looking, 'matters.take', 'matters.handle', 'matters.hand-up', 'matters.contact'] as const
const desk = [
  ...field,
  'matters.dispatch',
  'matters.follow-up',
  'matters.close',
  'matters.moderate',
  'matters.export',
  'places.door-codes',
  'indicators.read',
] as const
const above = [...desk, 'matters.extend', 'matters.supervise', 'notices.read'] as const

/**
 * What each role may do, on one page. The three administrators are kept apart: the system's sets up areas, codes and
 * organisations, the security administrator accounts, posts and sign-in, the auditor reads what both did.
 */
export const roles: Record<Role, readonly PermissionName[]> = {
  household_contact: ['places.read', 'matters.read', 'matters.take'],
  unit_leader: ['places.read', 'matters.read', 'matters.take'],
  building_leader: ['places.read', 'matters.read', 'matters.take'],
  courtyard_leader: ['places.read', 'matters.read', 'matters.take'],
  party_group_leader: ['places.read', 'people.read', 'matters.read', 'matters.take'],
  grid_helper: [
    'places.read',
    'people.read',
    'matters.read',
    'matters.take',
    'matters.handle',
    'matters.hand-up',
  ],
  grid_worker: field,
  grid_leader: [...field, 'matters.dispatch', 'indicators.read'],
  community_clerk: desk,
  community_secretary: [...desk, 'matters.extend', 'organisations.edit'],
  deputy_secretary: desk,
  committee_member: desk,
  street_staff: above,
  street_leader: [...above, 'organisations.edit'],
  district_staff: [...above, 'organisations.edit'],
  district_admin: [
    ...looking,
    'places.edit',
    'places.door-codes',
    'organisations.edit',
    'notices.read',
    'notices.configure',
    'office.configure',
    'matters.notice',
    'open311.manage',
    'matters.configure',
    'webhooks.manage',
    'indicators.read',
  ],
  security_admin: ['places.read', 'organisations.read', 'people.read', 'people.edit'],
  auditor: ['places.read', 'people.read', 'audit.read', 'audit.export'],
  department_staff: [
    'places.read',
    'organisations.read',
    'matters.read',
    'matters.handle',
    'matters.dispatch',
    'matters.hand-up',
    'matters.contact',
    'matters.export',
  ],
}

const sets = new Map<string, ReadonlySet<string>>(
  Object.entries(roles).map(([role, given]) => [role, new Set<string>(given)]),
)
const none: ReadonlySet<string> = new Set()

export const permissionsOf = (role: string): ReadonlySet<string> => sets.get(role) ?? none
