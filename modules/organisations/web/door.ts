/** What other modules' screens may use of organisations. */
export { listOrganisations } from './routes.generated.ts'
