/** What the server and the seeding may ask of the open interface. */
export { jobs } from './jobs.ts'
export { demoKey, makeKey } from './keys.ts'
export { protocols } from './protocol.ts'
export { endpoints } from './routes.ts'
