import { Type, type Static } from 'typebox'
import { AreaId, Id, Instant, PageOf, PageQuery } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { areaNotFound } from '#modules/places/contract.ts'
import { alreadyWaiting, noticeNotFound, notAgain } from './problems.ts'
import { Named, Outcome, Status, Way } from './shapes.ts'

/** One way of one notice, for those who answer for sending. */
export const Delivery = Type.Object({
  noticeId: Id,
  way: Way,
  kind: Type.String(),
  kindName: Type.String(),
  status: Status,
  masked: Type.String(),
  /** The colleague it went to; residents have no name here. */
  account: Type.Optional(Type.String()),
  about: Type.String(),
  areaName: Type.Optional(Type.String()),
  toldAt: Instant,
  dueAt: Instant,
  changedAt: Instant,
  tries: Type.Integer(),
  outcome: Type.Optional(Outcome),
  detail: Type.String(),
  providerId: Type.String(),
  mayResend: Type.Boolean(),
})
export type Delivery = Static<typeof Delivery>

export const listDeliveries = route({
  method: 'GET',
  path: '/notices/log',
  summary: 'What was sent to whom by which way, and how it ended; the newest first, addresses masked',
  permission: 'notices.read',
  scope: 'area',
  query: Type.Object({
    ...PageQuery,
    area: Type.Optional(AreaId),
    kind: Type.Optional(Type.String({ maxLength: 60 })),
    way: Type.Optional(Way),
    status: Type.Optional(Status),
    about: Type.Optional(Type.String({ maxLength: 120 })),
  }),
  returns: PageOf(Delivery),
  problems: [areaNotFound],
})

export const countDeliveries = route({
  method: 'GET',
  path: '/notices/today',
  summary: 'What was sent today, what waits, what failed for good; and the kinds there are',
  permission: 'notices.read',
  scope: 'area',
  query: Type.Object({ area: Type.Optional(AreaId) }),
  returns: Type.Object({
    ways: Type.Array(
      Type.Object({
        way: Way,
        sent: Type.Integer(),
        waiting: Type.Integer(),
        dead: Type.Integer(),
        skipped: Type.Integer(),
      }),
    ),
    kinds: Type.Array(Named),
    demo: Type.Boolean(),
  }),
  problems: [areaNotFound],
})

export const listTries = route({
  method: 'GET',
  path: '/notices/log/:noticeId/:way',
  summary: 'Each try of one delivery',
  permission: 'notices.read',
  scope: 'area',
  params: Type.Object({ noticeId: Id, way: Way }),
  returns: Type.Object({
    items: Type.Array(
      Type.Object({ at: Instant, outcome: Outcome, detail: Type.String(), providerId: Type.String() }),
    ),
  }),
  problems: [noticeNotFound],
})

export const resend = route({
  method: 'POST',
  path: '/notices/log/:noticeId/:way/resend',
  summary: 'Sends a notice once more by the same way',
  permission: 'notices.read',
  scope: 'area',
  params: Type.Object({ noticeId: Id, way: Way }),
  returns: Delivery,
  problems: [noticeNotFound, notAgain, alreadyWaiting],
})
