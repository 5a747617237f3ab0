/** What other modules may ask of organisations. */
export { addOrganisation } from './add-organisation.ts'
export { checkOrganisationRows, importOrganisations, organisationColumns } from './import-organisations.ts'
export { type KnownOrganisation, listKnown } from './import-queries.ts'
export { findOrganisation, listAtHome } from './queries.ts'
export { rehomeOrganisations } from './rehome-organisations.ts'
export { endpoints } from './routes.ts'
export { addStep, openFormation } from './formations.ts'
export { addTie } from './ties.ts'
