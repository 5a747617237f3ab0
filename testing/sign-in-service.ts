import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration } from 'oidc-provider'

/** The office's sign-in service as a stand-in: the real protocol on this machine, where everybody says who they are. */
export type SignInService = {
  issuer: string
  clientId: string
  secret: string
  /** Who the next browser is there: the subject, and the name it is known by. */
  becomes(subject: string, name: string): void
  stop(): Promise<void>
}

const [clientId, secret] = ['yige', 'a secret of the tests']

/** Known back addresses must be told before: those of the product's own. */
export async function startSignInService(callbacks: readonly string[]): Promise<SignInService> {
  const who = { subject: 'p-0001', name: 'limin' }
  const names = new Map<string, string>()
  const server = createServer()
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume))
  // Whoever forgets to stop it does not hold the process.
  server.unref()
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, configuration(callbacks, names))
  answerAtOnce(provider, who)
  server.on('request', (request, response) => void provider.callback()(request, response))
  return {
    issuer,
    clientId,
    secret,
    becomes(subject, name) {
      names.set(subject, name)
      Object.assign(who, { subject, name })
    },
    stop: () => stop(server),
  }
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resume) => server.close(() => resume()))
}

const configuration = (callbacks: readonly string[], names: ReadonlyMap<string, string>): Configuration => ({
  clients: [{ client_id: clientId, client_secret: secret, redirect_uris: [...callbacks] }],
  cookies: { keys: ['only for tests'] },
  claims: { openid: ['sub'], profile: ['preferred_username'] },
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => true },
  interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
  findAccount: async (_ctx, sub) => ({
    accountId: sub,
    claims: async () => ({ sub, preferred_username: names.get(sub) ?? sub }),
  }),
  async loadExistingGrant(ctx) {
    const { client, session } = ctx.oidc
    const ids = { clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' }
    const grant = new ctx.oidc.provider.Grant(ids)
    grant.addOIDCScope('openid profile')
    await grant.save()
    return grant
  },
})

/** Nobody is asked for a password there: the next browser is whom the test said. */
function answerAtOnce(provider: Provider, who: { subject: string }): void {
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/interaction/')) return next()
    const login = { accountId: who.subject, remember: false }
    await provider.interactionFinished(ctx.req, ctx.res, { login })
    ctx.respond = false
  })
}
