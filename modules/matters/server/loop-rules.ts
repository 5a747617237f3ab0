import { Type } from 'typebox'
import { setting } from '#kernel/server/settings.ts'

const days = (maximum: number) => Type.Integer({ minimum: 0, maximum })

/**
 * What an office sets about the loop as a whole; what differs by level or subject are rows of their own. Where a printed rule
 * exists it is the starting value: rating levels and calling back, research on the national good-or-bad rating.
 */
export const LoopRules = Type.Object({
  /** Natural days after answer or closing in which a reporter may reopen. */
  reopenDays: Type.Integer({ minimum: 1, maximum: 365 }),
  /** Somebody takes it up within this many working hours. */
  acceptWorkingHours: Type.Integer({ minimum: 1, maximum: 80 }),
  /** Natural days the clock stands still at most while a reporter is asked. */
  askDays: Type.Integer({ minimum: 1, maximum: 30 }),
  /** Natural days after the answer when the system closes what nobody said anything about; 0: a person always asks. */
  followUpDays: days(60),
  /** Hours between two urgings of one reporter. */
  urgeHours: Type.Integer({ minimum: 1, maximum: 240 }),
  /** Working days from turning red to the level above; 0: at once. */
  riseFirstDays: days(30),
  /** Working days from one rise to the next. */
  riseNextDays: Type.Integer({ minimum: 1, maximum: 30 }),
  /** How far back neighbours' open matters are offered to join, in natural days. */
  joinDays: Type.Integer({ minimum: 1, maximum: 365 }),
})

export const loopRules = setting('matters.loop', LoopRules, {
  reopenDays: 15,
  acceptWorkingHours: 8,
  askDays: 5,
  followUpDays: 7,
  urgeHours: 24,
  riseFirstDays: 0,
  riseNextDays: 2,
  joinDays: 30,
})
