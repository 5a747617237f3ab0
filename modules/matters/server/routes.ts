import { constraint } from '#kernel/server/constraints.ts'
import { implement } from '#kernel/server/endpoint.ts'
import * as contract from '../contract.ts'
import { changeConsent, readConsent } from './consent.ts'
import { changeRetention, readRetention } from './retention.ts'
import { counterEndpoints } from './counter-routes.ts'
import { deskEndpoints } from './desk-routes.ts'
import { lookAtContact, readMatter } from './detail.ts'
import { assignMatter, handUpMatter, returnMatter, transferMatter } from './direct-matter.ts'
import { acceptMatter, answerMatter, closeMatter, followUpMatter, noteMatter } from './handle-matter.ts'
import { subjectsOf } from './house-rules.ts'
import { listHandlers } from './list-beside.ts'
import { countMatters } from './list-counts.ts'
import { listMatters } from './list-matters.ts'
import type { MatterRow } from './queries.ts'
import { mergeMatter } from './merge.ts'
import { changeSubject, hideMatter, showMatter } from './moderate.ts'
import { foreseePromise, listLikely } from './foresee.ts'
import { copyOwnData, correctContact, eraseOwnData, readOwnData } from './own-data.ts'
import { listMyReports, openMyReports, sendMyCode } from './own-reports.ts'
import { openDoor, openPlace } from './place-page.ts'
import { readHome, sendReport } from './public-pages.ts'
import { rateReport, readReceipt, reopenReport, withdrawReport } from './reporter.ts'
import { setupEndpoints } from './setup/setup-routes.ts'
import { splitMatter } from './split.ts'
import { decideMatter, disputeMatter, extendMatter, instructMatter, assessMatter } from './supervise.ts'
import { askReporter, replyToMatter, urgeReport } from './waiting.ts'

constraint('reports_pkey', contract.saidElsewhere)

/** Told from what was just written: no further question to the database. */
const moved = async (matter: Promise<MatterRow>): Promise<contract.Moved> => shapeMoved(await matter)

function shapeMoved(matter: MatterRow): contract.Moved {
  const { id, number, status, level, version, due_at, status_at, handler_id, reopened } = matter
  return {
    id,
    number,
    status,
    level,
    version,
    reopened,
    dueAt: due_at.toISOString(),
    statusAt: status_at.toISOString(),
    ...(handler_id && { handlerId: handler_id }),
  }
}

export const endpoints = [
  ...deskEndpoints,
  ...setupEndpoints,
  implement(contract.readHome, (ctx) => readHome(ctx)),
  implement(contract.openDoor, (ctx, { params }) => openDoor(ctx, params.token)),
  implement(contract.openPlace, (ctx, { params }) => openPlace(ctx, params.areaId)),
  implement(contract.sendReport, (ctx, { body }) => sendReport(ctx, body)),
  implement(contract.sendMyCode, (ctx, { body }) => sendMyCode(ctx, body.phone)),
  implement(contract.openMyReports, (ctx, { body }) => openMyReports(ctx, body)),
  implement(contract.listMyReports, (ctx, { body }) => listMyReports(ctx, body.pass)),
  implement(contract.readOwnData, (ctx, { body }) => readOwnData(ctx, body)),
  implement(contract.copyOwnData, (ctx, { body }) => copyOwnData(ctx, body)),
  implement(contract.correctContact, (ctx, { body }) => correctContact(ctx, body)),
  implement(contract.eraseOwnData, (ctx, { body }) => eraseOwnData(ctx, body)),
  implement(contract.readConsent, (ctx, { query }) => readConsent(ctx, query.version)),
  implement(contract.readRetention, (ctx) => readRetention(ctx)),
  implement(contract.changeRetention, (ctx, { body }) => changeRetention(ctx, body)),
  implement(contract.changeConsent, (ctx, { body }) => changeConsent(ctx, body)),
  implement(contract.readReceipt, (ctx, { params }) => readReceipt(ctx, params.code)),
  implement(contract.rateReport, (ctx, { params, body }) => rateReport(ctx, params.code, body)),
  implement(contract.reopenReport, (ctx, { params, body }) => reopenReport(ctx, params.code, body)),
  implement(contract.listLikely, (ctx, { query }) => listLikely(ctx, query)),
  implement(contract.foreseePromise, (ctx, { query }) => foreseePromise(ctx, query)),
  implement(contract.replyToMatter, (ctx, { params, body }) => replyToMatter(ctx, params.code, body)),
  implement(contract.urgeReport, (ctx, { params }) => urgeReport(ctx, params.code)),
  implement(contract.withdrawReport, (ctx, { params }) => withdrawReport(ctx, params.code)),

  implement(contract.listSubjects, async (ctx) => ({ groups: await subjectsOf(ctx) })),
  implement(contract.listMatters, (ctx, { query }) => listMatters(ctx, query)),
  implement(contract.countMatters, (ctx, { query }) => countMatters(ctx, query)),
  implement(contract.readMatter, (ctx, { params }) => readMatter(ctx, params.matterId)),
  ...counterEndpoints,
  implement(contract.listHandlers, (ctx, { params }) => listHandlers(ctx, params.matterId)),
  implement(contract.acceptMatter, (ctx, { params, body }) =>
    moved(acceptMatter(ctx, params.matterId, body)),
  ),
  implement(contract.assignMatter, (ctx, { params, body }) =>
    moved(assignMatter(ctx, params.matterId, body)),
  ),
  implement(contract.transferMatter, (ctx, { params, body }) =>
    moved(transferMatter(ctx, params.matterId, body)),
  ),
  implement(contract.handUpMatter, (ctx, { params, body }) =>
    moved(handUpMatter(ctx, params.matterId, body)),
  ),
  implement(contract.returnMatter, (ctx, { params, body }) =>
    moved(returnMatter(ctx, params.matterId, body)),
  ),
  implement(contract.noteMatter, (ctx, { params, body }) => moved(noteMatter(ctx, params.matterId, body))),
  implement(contract.answerMatter, (ctx, { params, body }) =>
    moved(answerMatter(ctx, params.matterId, body)),
  ),
  implement(contract.followUpMatter, (ctx, { params, body }) =>
    moved(followUpMatter(ctx, params.matterId, body)),
  ),
  implement(contract.closeMatter, (ctx, { params }) => moved(closeMatter(ctx, params.matterId))),
  implement(contract.askReporter, (ctx, { params, body }) => moved(askReporter(ctx, params.matterId, body))),
  implement(contract.extendMatter, (ctx, { params, body }) =>
    moved(extendMatter(ctx, params.matterId, body)),
  ),
  implement(contract.instructMatter, (ctx, { params, body }) =>
    moved(instructMatter(ctx, params.matterId, body)),
  ),
  implement(contract.disputeMatter, (ctx, { params, body }) =>
    moved(disputeMatter(ctx, params.matterId, body)),
  ),
  implement(contract.decideMatter, (ctx, { params, body }) =>
    moved(decideMatter(ctx, params.matterId, body)),
  ),
  implement(contract.changeSubject, (ctx, { params, body }) =>
    moved(changeSubject(ctx, params.matterId, body)),
  ),
  implement(contract.mergeMatter, (ctx, { params, body }) => moved(mergeMatter(ctx, params.matterId, body))),
  implement(contract.splitMatter, async (ctx, { params, body }) => {
    const { matter, made } = await splitMatter(ctx, params.matterId, body)
    return { matter: shapeMoved(matter), made: shapeMoved(made) }
  }),
  implement(contract.hideMatter, (ctx, { params, body }) =>
    moved(hideMatter(ctx, params.matterId, body.reason)),
  ),
  implement(contract.showMatter, (ctx, { params, query }) =>
    moved(showMatter(ctx, params.matterId, query.reason)),
  ),
  implement(contract.assessMatter, (ctx, { params, body }) =>
    moved(assessMatter(ctx, params.matterId, body)),
  ),
  implement(contract.lookAtContact, (ctx, { params, body }) => lookAtContact(ctx, params, body.reason)),
]
