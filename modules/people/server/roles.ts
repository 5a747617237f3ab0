import type { AreaKind } from '#modules/places/contract.ts'
import type { Role } from '../contract.ts'

/** In which kinds of area a role can be held. */
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

/** Administrators whom one person may not be at the same time; the database refuses it too. */
export const adminKinds: readonly Role[] = ['district_admin', 'security_admin', 'auditor']

/** Whom a resident may ask, nearest and most responsible first. */
export const publicRoles: readonly Role[] = [
  'grid_worker',
  'grid_leader',
  'building_leader',
  'unit_leader',
  'household_contact',
  'courtyard_leader',
  'party_group_leader',
  'grid_helper',
  'community_clerk',
  'committee_member',
  'deputy_secretary',
  'community_secretary',
]

/** Who takes what arrives at each level, in this order. */
export const dutyRoles = {
  grid: ['grid_worker', 'grid_leader'],
  community: ['community_clerk', 'community_secretary'],
  street: ['street_staff', 'street_leader'],
  district: ['district_staff'],
} as const satisfies Record<string, readonly Role[]>
