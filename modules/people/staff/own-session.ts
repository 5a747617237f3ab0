/** What the staff shell needs of the own session. */
export { readSession, signOut } from '../web/routes.generated.ts'
