/** What other modules may ask of people. */
export { demoPassword } from './demo.ts'
export { holdersOf, type OnDuty, onDuty } from './duty.ts'
export { jobs } from './jobs.ts'
export { addAccount, addPost, contactsOf } from './posts.ts'
export { dutyRoles } from './roles.ts'
export { roles, type Role } from '../contract.ts'
export { endpoints } from './routes.ts'
export { actorOfAccount, identify, keptSeconds } from './session.ts'
