import type { Organisation } from '../contract.ts'

/** As a clerk looks for them: bodies of rule first, then partners, then business. */
export const organisationKinds = [
  'party',
  'department',
  'community_committee',
  'owners_committee',
  'property_company',
  'self_governing_group',
  'social_organisation',
  'partner',
  'institution',
  'enterprise',
  'merchant',
] as const satisfies readonly Organisation['kind'][]

type Form = NonNullable<Organisation['form']>

/** Which forms are offered for a kind; kinds without any have none. */
export const formsOf: Partial<Record<Organisation['kind'], readonly Form[]>> = {
  party: ['estate_branch', 'courtyard_branch', 'grid_branch', 'building_group', 'firm_branch'],
  owners_committee: ['owners', 'self_management', 'property_management'],
  self_governing_group: ['self_governing', 'self_entertaining', 'volunteer'],
  social_organisation: ['mediation_room'],
}
export const stages = ['incubating', 'growing', 'independent'] as const

/** Says what can be seen to be wrong while typing; whether the check digit is right the server says. */
export function creditCodeFault(code: string): 'length' | 'letters' | undefined {
  if (code === '') return undefined
  if (!/^[0-9A-HJ-NPQRTUWXY]*$/.test(code)) return 'letters'
  return code.length === 18 ? undefined : 'length'
}
