import { Type, type Static } from 'typebox'
import { Day, Id, Instant, oneOf, PageOf, PageQuery, Streamed } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { Role } from '#modules/people/contract.ts'

const Action = Type.String({ pattern: '^[a-z0-9-]+\\.[a-z0-9_-]+$', maxLength: 60 })

/** Which entries: each part narrows further. */
export const AuditFilter = Type.Object({
  /** Who did it. */
  accountId: Type.Optional(Id),
  /** `visitor`: nobody signed in; `system`: jobs and the command line. */
  by: Type.Optional(oneOf(['person', 'visitor', 'system'])),
  actions: Type.Optional(Type.Array(Action, { minItems: 1, maxItems: 100, uniqueItems: true })),
  /** The id of what was changed or seen. */
  subject: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  /** First and last day, both included. */
  from: Type.Optional(Day),
  to: Type.Optional(Day),
})
export type AuditFilter = Static<typeof AuditFilter>

export const AuditEntry = Type.Object({
  id: Type.Integer(),
  at: Instant,
  by: oneOf(['person', 'visitor', 'system']),
  accountId: Type.Optional(Id),
  name: Type.Optional(Type.String()),
  login: Type.Optional(Type.String()),
  /** The posts held at that time. */
  posts: Type.Array(Type.Object({ role: Type.Union([Role, Type.String()]), areaName: Type.String() })),
  action: Type.String(),
  subject: Type.String(),
  /** What the subject is called: a name, a number; absent where it has none. */
  subjectName: Type.Optional(Type.String()),
  details: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
  requestId: Type.String(),
})
export type AuditEntry = Static<typeof AuditEntry>

/** What ids in the details are called. */
const Names = Type.Array(Type.Object({ id: Type.String(), name: Type.String() }))

export const readAudit = route({
  method: 'POST',
  path: '/audit/readings',
  summary: 'Reads the audit, the newest first; the reading itself is on record',
  permission: 'audit.read',
  scope: 'district',
  forgetful: true,
  perMinute: 120,
  body: Type.Object({ ...AuditFilter.properties, ...PageQuery }),
  returns: Type.Object({ ...PageOf(AuditEntry).properties, names: Names }),
})

export const findAuditSubjects = route({
  method: 'GET',
  path: '/audit/subjects',
  summary: 'People, areas, organisations and matters by the beginning of their name or number, to filter by',
  permission: 'audit.read',
  scope: 'district',
  query: Type.Object({
    q: Type.String({ minLength: 1, maxLength: 40 }),
    kind: Type.Optional(oneOf(['account', 'area', 'organisation', 'matter'])),
  }),
  returns: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Type.String(),
        kind: oneOf(['account', 'area', 'organisation', 'matter']),
        name: Type.String(),
        /** Tells it from others of the name: the sign-in name, the area above. */
        more: Type.String(),
      }),
    ),
  }),
})

export const exportAudit = route({
  method: 'POST',
  path: '/audit/exports',
  summary: 'The filtered entries as a sheet, sent while it is made; the export itself is on record',
  permission: 'audit.export',
  scope: 'district',
  forgetful: true,
  perMinute: 10,
  body: Type.Object({ ...AuditFilter.properties, as: oneOf(['csv', 'xlsx']) }),
  returns: Streamed,
  answers: 'stream',
})
