import type { AreaKind } from '#modules/places/contract.ts'
import type { Role } from '../contract.ts'

/** In which kinds of area a role can be held, so that the form offers only what the server will take. */
export const areasOfRole: Record<Role, readonly AreaKind[]> = {
  household_contact: ['grid', 'micro_grid', 'building', 'unit'],
  unit_leader: ['unit'],
  building_leader: ['building'],
  courtyard_leader: ['micro_grid', 'quarter'],
  party_group_leader: ['grid', 'micro_grid', 'quarter'],
  grid_helper: ['grid', 'micro_grid'],
  grid_worker: ['grid'],
  grid_leader: ['grid'],
  community_clerk: ['community'],
  community_secretary: ['community'],
  deputy_secretary: ['community'],
  committee_member: ['community'],
  street_staff: ['street'],
  street_leader: ['street'],
  district_staff: ['district'],
  district_admin: ['district'],
  security_admin: ['district'],
  auditor: ['district'],
  department_staff: ['district', 'street'],
}

const roles: readonly Role[] = [
  'district_admin',
  'security_admin',
  'auditor',
  'district_staff',
  'department_staff',
  'street_leader',
  'street_staff',
  'community_secretary',
  'deputy_secretary',
  'committee_member',
  'community_clerk',
  'grid_leader',
  'grid_worker',
  'grid_helper',
  'party_group_leader',
  'courtyard_leader',
  'building_leader',
  'unit_leader',
  'household_contact',
]

/** The roles that can be held in an area of this kind, the most responsible first. */
export const rolesIn = (kind: AreaKind): readonly Role[] =>
  roles.filter((role) => areasOfRole[role].includes(kind))

/** Widest and most responsible first: the order on a board. */
export const rankOfRole = (role: Role): number => roles.indexOf(role)
