import * as client from 'openid-client'
import { providerAway, providerFailed } from '../contract.ts'

/** A sign-in service as it is set, with its secret open. */
export type Service = { issuer: string; clientId: string; secret: string }

const keptMs = 10 * 60_000
const timeoutSeconds = 10
const kept = new Map<string, { until: number; found: Promise<client.Configuration> }>()

const isOnThisMachine = (issuer: URL): boolean =>
  issuer.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(issuer.hostname)

/** The service's description of itself, kept ten minutes. @throws providerAway */
export async function describe(service: Service): Promise<client.Configuration> {
  const name = JSON.stringify(service)
  const known = kept.get(name)
  if (known && known.until > performance.now()) return known.found
  const found = discover(service)
  kept.set(name, { until: performance.now() + keptMs, found })
  found.catch(() => kept.delete(name))
  return found
}

async function discover({ issuer, clientId, secret }: Service): Promise<client.Configuration> {
  const address = new URL(issuer)
  const execute = isOnThisMachine(address) ? [client.allowInsecureRequests] : []
  try {
    const found = await client.discovery(address, clientId, secret || undefined, undefined, {
      execute,
      timeout: timeoutSeconds,
    })
    return withSecret(found, clientId, secret)
  } catch {
    throw providerAway()
  }
}

/** Basic is what every service takes unless it says otherwise. */
function withSecret(found: client.Configuration, clientId: string, secret: string): client.Configuration {
  const metadata = found.serverMetadata()
  const ways = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const proof = ways.includes('client_secret_basic')
    ? client.ClientSecretBasic(secret)
    : client.ClientSecretPost(secret)
  const config = new client.Configuration(
    metadata,
    clientId,
    secret || undefined,
    secret ? proof : client.None(),
  )
  if (isOnThisMachine(new URL(metadata.issuer))) client.allowInsecureRequests(config)
  config.timeout = timeoutSeconds
  return config
}

/** What only we may know of somebody who was sent there. */
export type Secrets = { state: string; nonce: string; verifier: string }

export const newSecrets = (): Secrets => ({
  state: client.randomState(),
  nonce: client.randomNonce(),
  verifier: client.randomPKCECodeVerifier(),
})

/** Where the browser goes: authorization code with PKCE, state and nonce. */
export async function wayThere(
  config: client.Configuration,
  { state, nonce, verifier }: Secrets,
  callback: string,
): Promise<string> {
  return client.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: 'openid profile',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).href
}

/** Who somebody is there. */
export type Told = { issuer: string; subject: string; claims: Record<string, unknown> }

/**
 * Exchanges the code for who it is, with everything checked: signature, issuer, audience, nonce, PKCE.
 * @throws providerAway, providerFailed
 */
export async function exchange(
  config: client.Configuration,
  { state, nonce, verifier }: Secrets,
  answered: URL,
): Promise<Told> {
  try {
    const tokens = await client.authorizationCodeGrant(config, answered, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) throw providerFailed()
    return {
      issuer: claims.iss,
      subject: claims.sub,
      claims: await withUserInfo(config, tokens.access_token, claims),
    }
  } catch (error) {
    throw isAway(error) ? providerAway() : providerFailed()
  }
}

/** Many services tell the name only at their user information. */
async function withUserInfo(
  config: client.Configuration,
  accessToken: string,
  claims: { sub: string } & Record<string, unknown>,
): Promise<Record<string, unknown>> {
  if (!config.serverMetadata().userinfo_endpoint) return claims
  return { ...(await client.fetchUserInfo(config, accessToken, claims.sub)), ...claims }
}

const isAway = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error instanceof Error && 'code' in error && error.code === 'OAUTH_TIMEOUT') ||
  (error instanceof client.ClientError && error.cause instanceof TypeError)
