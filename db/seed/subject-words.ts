import type { PhotoScene } from './photos.ts'

/**
 * What people say about a subject and what is done about it. In the texts `{p}` is the place, `{u}` a unit, `{f}` a
 * floor, `{n}` a small number, `{t}` a time of day, `{d}` how long it has lasted, `{w}` the worker's name.
 * Spelling mistakes in `said` are meant: people write on a phone, standing.
 */
export type SubjectWords = {
  said: readonly string[]
  seen: readonly string[]
  done: readonly string[]
  /** Usual kind of closing. */
  ends: 'solved' | 'explained' | 'planned' | 'referred'
  scenes?: readonly [before: PhotoScene, after: PhotoScene]
}
