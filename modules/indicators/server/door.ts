/** What other modules may ask of indicators. */
export { endpoints } from './routes.ts'
export { declared } from './declared.ts'
export { periodOf, stepsOf } from './period.ts'
export { areaAsked, type Values, valuesOf, valuesOfEach } from './values.ts'
