/** What other modules' screens may use of organisations. */
export { organisationWords } from './organisation-words.messages.ts'
export { listOrganisations } from './routes.generated.ts'
