import { Type, type Static } from 'typebox'
import { route } from '#kernel/contract/route.ts'

const setup = { permission: 'matters.configure', scope: 'district' } as const

const days = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum })
/** What an office sets about the loop as a whole; what differs by level or subject are rows of their own. */
export const LoopRules = Type.Object({
  /** Natural days after answer or closing in which a reporter may reopen. */
  reopenDays: days(1, 365),
  /** Somebody takes it up within this many working hours. */
  acceptWorkingHours: days(1, 80),
  /** Natural days the clock stands still at most while a reporter is asked. */
  askDays: days(1, 30),
  /** Natural days after the answer when the system closes what nobody said anything about; 0: a person always asks. */
  followUpDays: days(0, 60),
  /** Hours between two urgings of one reporter. */
  urgeHours: days(1, 240),
  /** Working days from turning red to the level above; 0: at once. */
  riseFirstDays: days(0, 30),
  /** Working days from one rise to the next. */
  riseNextDays: days(1, 30),
  /** How far back neighbours' open matters are offered to join, in natural days. */
  joinDays: days(1, 365),
})
export type LoopRules = Static<typeof LoopRules>

const Versions = Type.Array(
  Type.Object({
    version: Type.Integer(),
    changedAt: Type.String(),
    changedBy: Type.String(),
    rules: LoopRules,
  }),
)

export const readLoopRules = route({
  method: 'GET',
  path: '/matter-setup/loop',
  summary: 'The rules of the loop and the versions they had',
  ...setup,
  returns: Type.Object({ rules: LoopRules, versions: Versions }),
})

export const setLoopRules = route({
  method: 'PUT',
  path: '/matter-setup/loop',
  summary: 'Sets the rules of the loop; running clocks keep what was promised',
  ...setup,
  body: LoopRules,
  returns: Type.Object({ rules: LoopRules, versions: Versions }),
})
