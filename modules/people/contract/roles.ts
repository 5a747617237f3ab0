import type { Static } from 'typebox'
import { oneOf } from '#kernel/contract/fields.ts'

/** What a post makes of a person. Which permissions each gives stands in policy/roles.ts. */
export const roles = [
  'household_contact',
  'unit_leader',
  'building_leader',
  'courtyard_leader',
  'party_group_leader',
  'grid_helper',
  'grid_worker',
  'grid_leader',
  'community_clerk',
  'community_secretary',
  'deputy_secretary',
  'committee_member',
  'street_staff',
  'street_leader',
  'district_staff',
  'district_admin',
  'security_admin',
  'auditor',
  'department_staff',
] as const
export const Role = oneOf(roles)
export type Role = Static<typeof Role>
