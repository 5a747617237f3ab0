import { formUnfit, type OrganisationForm, type OrganisationKind, type Stage } from '../contract.ts'

/** Which forms a kind has; the database refuses others too. */
const formsOf: Partial<Record<OrganisationKind, readonly OrganisationForm[]>> = {
  party: ['estate_branch', 'courtyard_branch', 'grid_branch', 'building_group', 'firm_branch'],
  owners_committee: ['owners', 'self_management', 'property_management'],
  self_governing_group: ['self_governing', 'self_entertaining', 'volunteer'],
  social_organisation: ['mediation_room'],
}

export const formFits = (kind: OrganisationKind, form: OrganisationForm): boolean =>
  formsOf[kind]?.includes(form) === true

/** @throws formUnfit */
export function refuseUnfit(
  kind: OrganisationKind,
  { form, stage }: { form?: OrganisationForm; stage?: Stage },
): void {
  if (form && !formFits(kind, form)) throw formUnfit({ kind, form })
  if (stage && kind !== 'self_governing_group') throw formUnfit({ kind, stage })
}
