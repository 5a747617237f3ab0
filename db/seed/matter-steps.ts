import type { PhotoScene } from './photos.ts'

/** Who acts: a login of people.ts, the reporter, or the system itself. */
export type SeedActor = string

export type SeedStep = { at: Date; by: SeedActor } & (
  | { kind: 'accept' }
  | { kind: 'assign'; to: string }
  | { kind: 'progress'; text: string; photo?: PhotoScene }
  /** From one post to another of the same level, once, with the reason. */
  | { kind: 'transfer'; to: string; reason: string }
  | { kind: 'hand_up'; toArea: string; reason: string }
  | { kind: 'answer'; text: string; photo?: PhotoScene }
  | {
      kind: 'follow_up'
      channel: 'system' | 'phone' | 'visit'
      result: 'solved' | 'not_solved' | 'not_reached'
    }
  | { kind: 'close'; closeKind: SeedCloseKind }
  | { kind: 'rate'; stars: 1 | 2 | 3 | 4 | 5; reason: string }
  | { kind: 'reopen'; reason: string }
  | { kind: 'return'; reason: string }
  | { kind: 'withdraw'; reason: string }
)

export type SeedCloseKind = 'solved' | 'explained' | 'planned' | 'referred'

export type SeedMatter = {
  /** Stable within one `now`: m001 … in order of time. */
  key: string
  at: Date
  /** Area key: unit, building, quarter or grid. */
  place: string
  subject: string
  text: string
  reporter: { name: string | null; phone: string | null }
  channel: 'qr' | 'phone' | 'counter' | 'worker'
  /** The login who took it down for the reporter, for phone, counter and worker. */
  takenBy: string | null
  private: boolean
  /** Scene of photos.ts the reporter's photo shows. */
  photo: PhotoScene | null
  /** Reports with the same group join one matter: the first leads and has the course, the others' course is empty. */
  group: string | null
  course: SeedStep[]
}
