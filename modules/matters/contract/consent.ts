import { Type, type Static } from 'typebox'
import { Instant, Words } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { consentMissing } from './problems.ts'

const Part = Type.Object({ head: Words({ max: 40 }), text: Words({ max: 2000 }) })
/** What happens to what people tell us, heading by heading, in both languages. */
export const ConsentText = Type.Object({
  zh: Type.Array(Part, { minItems: 1, maxItems: 20 }),
  en: Type.Array(Part, { minItems: 1, maxItems: 20 }),
})
export type ConsentText = Static<typeof ConsentText>

const ConsentVersion = Type.Object({
  version: Type.Integer(),
  /** When it came into force; absent for the text the product brings. */
  since: Type.Optional(Instant),
})

export const readConsent = route({
  method: 'GET',
  path: '/consent',
  summary: 'The notice on personal data: the version in force or an earlier one, with the list of all',
  permission: 'public',
  scope: 'none',
  query: Type.Object({ version: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })) }),
  returns: Type.Object({
    ...ConsentVersion.properties,
    text: ConsentText,
    /** The newest first. */
    versions: Type.Array(ConsentVersion),
  }),
  problems: [consentMissing],
})

export const Retention = Type.Object({
  /** Months after the end of a matter. */
  contactMonths: Type.Integer({ minimum: 1, maximum: 240 }),
})
export type Retention = Static<typeof Retention>

export const readRetention = route({
  method: 'GET',
  path: '/retention',
  summary: 'How long names and numbers of reporters are kept after the end of a matter',
  permission: 'matters.notice',
  scope: 'district',
  returns: Retention,
})

export const changeRetention = route({
  method: 'PUT',
  path: '/retention',
  summary: 'Sets how long names and numbers are kept; what is older goes in the next night',
  permission: 'matters.notice',
  scope: 'district',
  body: Retention,
  returns: Retention,
})

export const changeConsent = route({
  method: 'PUT',
  path: '/consent',
  summary: 'Puts a new version of the notice on personal data in force; earlier ones stay readable',
  permission: 'matters.notice',
  scope: 'district',
  body: ConsentText,
  returns: ConsentVersion,
})
