/** What other modules may ask of organisations. */
export { addOrganisation } from './add-organisation.ts'
export { findOrganisation, shapeOrganisation } from './queries.ts'
export { endpoints } from './routes.ts'
