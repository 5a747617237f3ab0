import { Type, type Static } from 'typebox'
import { Id, Instant, oneOf, Words } from '#kernel/contract/fields.ts'
import { route } from '#kernel/contract/route.ts'
import { organisationNotFound } from '#modules/organisations/contract.ts'
import { keyEndedAlready, keyNotFound, keyUseless } from './problems.ts'

/** How the interface presents itself to programs. */
export const Interface = Type.Object({
  /** Whether the information is live and acted upon. */
  kind: oneOf(['production', 'test']),
  /** Whom developers turn to; '' says the name of the district. */
  contact: Type.String({ maxLength: 300 }),
  /** How to get a key. */
  keyService: Type.String({ maxLength: 300 }),
  /** Another installation to try things on, announced beside this one; '' when there is none. */
  testUrl: Type.String({ maxLength: 300, pattern: '^(https?://[^\\s]+)?$' }),
  /** What clients may call this jurisdiction, best the root domain of the office; '' takes any of our own host names. */
  jurisdictionId: Type.String({ maxLength: 100, pattern: '^[A-Za-z0-9.:-]*$' }),
  /** Answer a posted request with a token first, for offices whose clients show numbers to everybody. */
  givesTokens: Type.Boolean(),
})
export type Interface = Static<typeof Interface>

export const ApiKey = Type.Object({
  id: Id,
  name: Type.String(),
  contact: Type.String(),
  /** The first letters, to tell keys apart. */
  startsWith: Type.String(),
  perMinute: Type.Integer(),
  mayPost: Type.Boolean(),
  mayUpdate: Type.Boolean(),
  wordsArePublic: Type.Boolean(),
  organisationName: Type.Optional(Type.String()),
  madeAt: Instant,
  endedAt: Type.Optional(Instant),
  lastUsedAt: Type.Optional(Instant),
  /** Of the last thirty days. */
  posts: Type.Integer(),
  updates: Type.Integer(),
})
export type ApiKey = Static<typeof ApiKey>

const manage = { permission: 'open311.manage', scope: 'district' } as const

export const readInterface = route({
  method: 'GET',
  path: '/open311',
  summary: 'The open interface: its address, how it presents itself, and its keys',
  ...manage,
  returns: Type.Object({
    /** Where programs begin. */
    discoveryUrl: Type.String(),
    interface: Interface,
    keys: Type.Array(ApiKey),
  }),
})

export const changeInterface = route({
  method: 'PUT',
  path: '/open311',
  summary: 'Changes how the open interface presents itself',
  ...manage,
  body: Interface,
  returns: Interface,
})

export const makeKey = route({
  method: 'POST',
  path: '/open311/keys',
  summary: 'Makes an API key; the key itself is told this once',
  ...manage,
  forgetful: true,
  body: Type.Object({
    name: Words({ max: 60 }),
    contact: Type.String({ maxLength: 200 }),
    perMinute: Type.Integer({ minimum: 1, maximum: 6000 }),
    mayPost: Type.Boolean(),
    mayUpdate: Type.Boolean(),
    /** Whoever reports through it knows that the words and photos are shown to everybody. */
    wordsArePublic: Type.Boolean(),
    /** Whose handling system it is: it sees and updates what this organisation holds. */
    organisationId: Type.Optional(Id),
  }),
  returns: Type.Object({ id: Id, key: Type.String() }),
  problems: [keyUseless, organisationNotFound],
})

export const endKey = route({
  method: 'DELETE',
  path: '/open311/keys/:keyId',
  summary: 'Ends an API key at once',
  ...manage,
  params: Type.Object({ keyId: Id }),
  returns: Type.Object({}),
  problems: [keyNotFound, keyEndedAlready],
})
