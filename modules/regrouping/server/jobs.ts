import { job } from '#kernel/server/job-kind.ts'
import { carryOutDue } from './regroup-grids.ts'

/** On the morning of its day a planned regrouping is carried out; missed mornings are made up for. */
const carryOut = job<object>({ name: 'regrouping.carry-out', every: 300, run: (ctx) => carryOutDue(ctx) })

export const jobs = [carryOut]
