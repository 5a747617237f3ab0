import { setting } from '#kernel/server/settings.ts'
import { LoopRules } from '../contract.ts'

/** The starting values: reopening, urging and following up as the national good-or-bad rating and the hotlines do it. */
export const loopRules = setting(
  'matters.loop',
  LoopRules,
  {
    reopenDays: 15,
    acceptWorkingHours: 8,
    askDays: 5,
    followUpDays: 7,
    urgeHours: 24,
    riseFirstDays: 0,
    riseNextDays: 2,
    joinDays: 30,
  },
  { permission: 'matters.configure' },
)
