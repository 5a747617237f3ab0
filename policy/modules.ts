import type { Check } from '#kernel/server/check.ts'
import type { Endpoint } from '#kernel/server/endpoint.ts'
import { pruneKeys } from '#kernel/server/idempotency.ts'
import type { JobKind } from '#kernel/server/job-kind.ts'
import type { ProtocolEndpoint } from '#kernel/server/protocol.ts'
import * as disclosure from '#modules/disclosure/server/door.ts'
import * as audit from '#modules/audit/server/door.ts'
import * as files from '#modules/files/server/door.ts'
import * as indicators from '#modules/indicators/server/door.ts'
import * as matters from '#modules/matters/server/door.ts'
import * as notices from '#modules/notices/server/door.ts'
import * as office from '#modules/office/server/door.ts'
import * as open311 from '#modules/open311/server/door.ts'
import * as organisations from '#modules/organisations/server/door.ts'
import * as overview from '#modules/overview/server/door.ts'
import * as people from '#modules/people/server/door.ts'
import * as places from '#modules/places/server/door.ts'
import * as regrouping from '#modules/regrouping/server/door.ts'
import * as transparency from '#modules/transparency/server/door.ts'
import * as webhooks from '#modules/webhooks/server/door.ts'

/** Every module, listed once: foundations first. */
export const endpoints: readonly Endpoint[] = [
  ...office.endpoints,
  ...places.endpoints,
  ...organisations.endpoints,
  ...people.endpoints,
  ...files.endpoints,
  ...notices.endpoints,
  ...matters.endpoints,
  ...audit.endpoints,
  ...regrouping.endpoints,
  ...transparency.endpoints,
  ...disclosure.endpoints,
  ...open311.endpoints,
  ...webhooks.endpoints,
  ...indicators.endpoints,
  ...overview.endpoints,
]

export const jobs: readonly JobKind<never>[] = [
  pruneKeys,
  ...people.jobs,
  ...files.jobs,
  ...notices.jobs,
  ...matters.jobs,
  ...regrouping.jobs,
  ...transparency.jobs,
  ...open311.jobs,
  ...webhooks.jobs,
]

/** What `yige doctor` looks at in each district. */
export const checks: readonly Check[] = [...people.checks, ...files.checks, ...matters.checks]

/** Addresses of outside protocols, besides the product's own routes. */
export const protocols: readonly ProtocolEndpoint[] = [
  ...transparency.protocols,
  ...disclosure.protocols,
  ...open311.protocols,
]
