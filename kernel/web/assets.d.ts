/** Style sheets are imported for their effect: the build gathers them. */
declare module '*.css'

/** Set by the build: true under `npm run dev`. */
interface ImportMetaEnv {
  readonly DEV: boolean
}
interface ImportMeta {
  readonly env: ImportMetaEnv
}
