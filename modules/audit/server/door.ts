/** The audit offers nothing but its routes: entries are written by the kernel, with every change. */
export { endpoints } from './routes.ts'
