import { Type, type Static } from 'typebox'
import { Id, Instant, Words } from '#kernel/contract/fields.ts'
import { problem } from '#kernel/contract/problem.ts'
import { route } from '#kernel/contract/route.ts'
import { matterNotFound, subjectUnknown } from './problems.ts'
import { Outcome } from './shapes.ts'

export const templateNotFound = problem('matters.template-not-found', 404, {
  zh: '没有这个答复模板。',
  en: 'There is no such reply template.',
})

/** {编号} {地点} {办理人} {日期} are filled in when it is picked. */
const TemplateDraft = Type.Object({
  title: Words({ max: 40 }),
  words: Words({ max: 1000 }),
  /** A subject or a group of subjects; absent: for whatever it is about. */
  subject: Type.Optional(Type.String({ maxLength: 40 })),
  outcome: Type.Optional(Outcome),
})
export type TemplateDraft = Static<typeof TemplateDraft>

export const ReplyTemplate = Type.Object({
  id: Id,
  ...TemplateDraft.properties,
  changedAt: Instant,
  isRetired: Type.Boolean(),
})
export type ReplyTemplate = Static<typeof ReplyTemplate>
const Templates = Type.Object({ items: Type.Array(ReplyTemplate) })

const setup = { permission: 'matters.configure', scope: 'district' } as const
const params = Type.Object({ templateId: Id })

export const listReplyTemplates = route({
  method: 'GET',
  path: '/reply-templates',
  summary: 'The wordings an office keeps for answers, retired ones last',
  ...setup,
  returns: Templates,
})

export const keepReplyTemplate = route({
  method: 'PUT',
  path: '/reply-templates/:templateId',
  summary:
    'Adds or changes a wording; a retired one is in use again with it. The id is made by who adds it, what it was before is on record',
  ...setup,
  params,
  body: TemplateDraft,
  returns: Templates,
  problems: [subjectUnknown],
})

export const retireReplyTemplate = route({
  method: 'DELETE',
  path: '/reply-templates/:templateId',
  summary: 'Takes a wording out of use; it can be put in use again',
  ...setup,
  params,
  returns: Templates,
  problems: [templateNotFound],
})

export const listMatterTemplates = route({
  method: 'GET',
  path: '/matters/:matterId/reply-templates',
  summary: 'The wordings that fit a matter: those for its subject first',
  permission: 'matters.handle',
  scope: 'area',
  params: Type.Object({ matterId: Id }),
  returns: Templates,
  problems: [matterNotFound],
})
