import { Type, type Static } from 'typebox'
import { Id, Instant, oneOf, PageOf, PageQuery } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { addressWrong, codesDown, codeTooMany, codeTooSoon, codeWrong, wayOff } from './problems.ts'
import { Language, Quiet, Way } from './shapes.ts'

/** What a colleague reads in the console or on the phone. */
export const OwnNotice = Type.Object({
  id: Id,
  title: Type.String(),
  text: Type.String(),
  urgent: Type.Boolean(),
  toldAt: Instant,
  isRead: Type.Boolean(),
  /** Below the address of the app that asks. */
  path: Type.Optional(Type.String()),
})
export type OwnNotice = Static<typeof OwnNotice>

export const listOwnNotices = route({
  method: 'GET',
  path: '/notices',
  summary: 'What the caller was told, the newest first',
  permission: 'signed-in',
  scope: 'own',
  query: Type.Object({ ...PageQuery, app: Type.Optional(oneOf(['staff', 'work'])) }),
  returns: PageOf(OwnNotice),
})

export const countUnread = route({
  method: 'GET',
  path: '/notices/unread',
  summary: 'How many notices the caller has not read',
  permission: 'signed-in',
  scope: 'own',
  returns: Type.Object({ count: Type.Integer() }),
})

export const markRead = route({
  method: 'POST',
  path: '/notices/read',
  summary: 'Marks notices of the caller as read: those named, or all',
  permission: 'signed-in',
  scope: 'own',
  body: Type.Object({ ids: Type.Optional(Type.Array(Id, { maxItems: 100 })) }),
  returns: Type.Object({ count: Type.Integer() }),
})

export const OwnChoices = Type.Object({
  language: Language,
  /** Absent: those of the district. */
  quiet: Type.Optional(Quiet),
  districtQuiet: Quiet,
  /** Which ways the district has open. */
  open: Type.Array(Way),
  addresses: Type.Array(Type.Object({ way: Way, masked: Type.String(), confirmedAt: Instant })),
  groups: Type.Array(
    Type.Object({
      key: Type.String(),
      name: Type.String(),
      /** Chosen, or usual where nothing was chosen. */
      ways: Type.Array(Way),
      isChosen: Type.Boolean(),
    }),
  ),
})
export type OwnChoices = Static<typeof OwnChoices>

export const readChoices = route({
  method: 'GET',
  path: '/notices/choices',
  summary: 'How the caller wants to be reached',
  permission: 'signed-in',
  scope: 'own',
  returns: OwnChoices,
})

export const changeChoices = route({
  method: 'PUT',
  path: '/notices/choices',
  summary: 'Sets language, quiet hours, and the ways for each group of notices',
  permission: 'signed-in',
  scope: 'own',
  body: Type.Object({
    language: Language,
    quiet: Type.Optional(Quiet),
    groups: Type.Array(Type.Object({ key: Type.String({ maxLength: 60 }), ways: Type.Array(Way) }), {
      maxItems: 100,
    }),
  }),
  returns: OwnChoices,
})

const Address = Type.String({ minLength: 1, maxLength: 200 })

export const startAddress = route({
  method: 'POST',
  path: '/notices/addresses',
  summary: 'Sends a code to an address the caller wants to be reached at',
  permission: 'signed-in',
  scope: 'own',
  forgetful: true,
  perMinute: 10,
  body: Type.Object({ way: Way, address: Address }),
  returns: Type.Object({ minutes: Type.Integer(), againAfterSeconds: Type.Integer() }),
  problems: [wayOff, addressWrong, codeTooSoon, codeTooMany, codesDown],
})

export const confirmAddress = route({
  method: 'PUT',
  path: '/notices/addresses/:way',
  summary: 'Keeps an address once its code was given; it takes the place of the one before',
  permission: 'signed-in',
  scope: 'own',
  forgetful: true,
  perMinute: 20,
  params: Type.Object({ way: Way }),
  body: Type.Object({ address: Address, code: Type.String({ pattern: '^[0-9]{6}$' }) }),
  returns: OwnChoices,
  problems: [addressWrong, codeWrong],
})

export const removeAddress = route({
  method: 'DELETE',
  path: '/notices/addresses/:way',
  summary: 'Forgets an address of the caller',
  permission: 'signed-in',
  scope: 'own',
  params: Type.Object({ way: Way }),
  returns: OwnChoices,
})
