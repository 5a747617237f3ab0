import type { ProtocolAnswer, ProtocolCall, ProtocolDeclaration } from '#kernel/contract/protocol.ts'
import type { Context } from '#kernel/server/context.ts'
import type { ProtocolEndpoint } from '#kernel/server/protocol.ts'
import { addressUnknown, serviceUnknown } from '../contract.ts'
import { basePath, discoveryOf } from './discovery.ts'
import { formatOf, openToAll, sayFailure } from './failures.ts'
import { checkJurisdiction } from './jurisdiction.ts'
import { askedIn, sentIn } from './parameters.ts'
import { photosFirst, type ReadyPhotos } from './photos.ts'
import { readSetting } from '#kernel/server/settings.ts'
import { servicesOf, shapeDefinition, shapeServices } from './services.ts'
import { interfaceSetting } from './settings.ts'
import { showMedia } from './show-media.ts'
import { listRequests, readRequest, type Shown } from './show-requests.ts'
import { showUpdates } from './show-updates.ts'
import { type Fields, type List, written } from './spark.ts'
import { takeRequest } from './take-request.ts'
import { takeUpdate } from './take-update.ts'
import { readToken } from './tokens.ts'

const smallest = 64 * 1024
/** Six photos of 12 MB and what stands beside them. */
const largest = 74 * 1024 * 1024

type Told = { root: string; value: Fields | List; total?: number }
type Answering = (ctx: Context, call: ProtocolCall, name: string, ready: ReadyPhotos) => Promise<Told>

type Address = Pick<ProtocolDeclaration, 'method' | 'summary'> & { at: string; use?: 'post' | 'update' }

/** An address with the format as its ending; `name` is what stands before it. */
function address({ at, use, method, summary }: Address, run: Answering): ProtocolEndpoint {
  return {
    declaration: {
      method,
      path: `${basePath}/${at}`,
      summary,
      perMinute: 600,
      maxBytes: use ? largest : smallest,
    },
    failed: sayFailure,
    ...(use && { first: photosFirst(use) }),
    async run(ctx, call, ready) {
      const { name, format } = formatOf(
        at.includes('.:') ? `.${call.params['format']}` : (call.params['name'] ?? ''),
      )
      if (!format) throw addressUnknown()
      await checkJurisdiction(ctx, method === 'GET' ? askedIn(call) : await sentIn(call))
      const { root, value, total } = await run(ctx, call, name, ready as ReadyPhotos)
      const counted = total === undefined ? {} : { 'x-total-count': String(total) }
      return { status: 200, ...written(format, root, value), headers: { ...openToAll, ...counted } }
    },
  }
}

const shownAs = (root: string, { body, total }: Shown): Told => ({ root, value: body, total })

const requests = 'service_requests'
const updates = 'service_request_updates'

async function definitionOf(ctx: Context, code: string): Promise<Told> {
  const service = (await servicesOf(ctx)).find((each) => each.key === code)
  if (!service) throw serviceUnknown()
  return { root: 'service_definition', value: shapeDefinition(service, ctx.caller.language) }
}

async function serviceList(ctx: Context): Promise<Told> {
  const how = await readSetting(ctx, interfaceSetting)
  return { root: 'services', value: shapeServices(await servicesOf(ctx), how, ctx.caller.language) }
}

const nowhere = async (): Promise<ProtocolAnswer> => {
  throw addressUnknown()
}
/** Everything else below the path, so that a mistake there is told in the protocol's words too. */
const elsewhere = (method: 'GET' | 'POST'): ProtocolEndpoint => ({
  declaration: {
    method,
    path: `${basePath}/*`,
    summary: 'Any other address of the open interface',
    perMinute: 600,
    maxBytes: smallest,
  },
  failed: sayFailure,
  run: nowhere,
})

/** Open311 GeoReport v2 with mySociety's update extension. Every address of it. */
export const protocols: readonly ProtocolEndpoint[] = [
  address(
    { method: 'GET', at: 'discovery.:format', summary: 'Where the interface is and since when it is so' },
    async (ctx) => ({
      root: 'discovery',
      value: await discoveryOf(ctx),
    }),
  ),
  address({ method: 'GET', at: 'services.:format', summary: 'What can be reported' }, (ctx) =>
    serviceList(ctx),
  ),
  address(
    { method: 'GET', at: 'services/:name', summary: 'The questions of a service' },
    (ctx, _call, code) => definitionOf(ctx, code),
  ),
  address(
    { method: 'POST', at: 'requests.:format', summary: 'Reports something', use: 'post' },
    async (ctx, call, _name, ready) => ({ root: requests, value: await takeRequest(ctx, call, ready) }),
  ),
  address(
    { method: 'GET', at: 'requests.:format', summary: 'Requests that everybody may see' },
    async (ctx, call) => shownAs(requests, await listRequests(ctx, call)),
  ),
  address({ method: 'GET', at: 'requests/:name', summary: 'One request' }, async (ctx, call, number) =>
    shownAs(requests, await readRequest(ctx, call, number)),
  ),
  address(
    { method: 'GET', at: 'tokens/:name', summary: 'Which request a token stands for' },
    async (ctx, _call, token) => ({
      root: requests,
      value: await readToken(ctx, token),
    }),
  ),
  address(
    { method: 'GET', at: 'servicerequestupdates.:format', summary: 'What happened to requests' },
    async (ctx, call) => shownAs(updates, await showUpdates(ctx, call)),
  ),
  address(
    {
      method: 'POST',
      at: 'servicerequestupdates.:format',
      summary: 'Says how a request goes',
      use: 'update',
    },
    async (ctx, call, _name, ready) => ({ root: updates, value: await takeUpdate(ctx, call, ready) }),
  ),
  {
    declaration: {
      method: 'GET',
      path: `${basePath}/media/:name`,
      summary: 'A public photo of a request',
      perMinute: 600,
      maxBytes: smallest,
    },
    failed: sayFailure,
    run: (ctx, call) => showMedia(ctx, call.params['name'] ?? ''),
  },
  elsewhere('GET'),
  elsewhere('POST'),
]
