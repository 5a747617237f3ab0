import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Bucket } from '#kernel/server/store/object-store.ts'

/** A small object store that speaks S3 on localhost: it checks every signature (AWS Signature Version 4) for real. */
export type ObjectStore = {
  bucket: Bucket
  /** What lies in it, by key. */
  objects: Map<string, Buffer>
  /** One line a request: method, path, status. */
  asked: string[]
  close(): Promise<void>
}

const region = 'cn-luoyang-1'
const credentials = { key: 'YIGETESTKEY', secret: 'the secret of the stand-in' }
const bucketName = 'yige-files'
/** Small, so that a few files already make several pages. */
const pageSize = 3

export async function openObjectStore(): Promise<ObjectStore> {
  const objects: ObjectStore['objects'] = new Map()
  const asked: string[] = []
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const answer = answerTo({ request, body, objects })
      asked.push(`${request.method} ${request.url} ${answer.status}`)
      write(response, request, answer)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const endpoint = `http://127.0.0.1:${port}`
  return {
    bucket: { endpoint, name: bucketName, region, ...credentials, pathStyle: true },
    objects,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** The settings under which a process uses the stand-in. */
export const settingsFor = ({ endpoint, name, region: where, key, secret }: Bucket) => ({
  YIGE_FILES_S3_ENDPOINT: endpoint ?? '',
  YIGE_FILES_S3_BUCKET: name,
  YIGE_FILES_S3_REGION: where,
  YIGE_FILES_S3_KEY: key,
  YIGE_FILES_S3_SECRET: secret,
  YIGE_FILES_S3_PATH_STYLE: '1',
})

type Asked = { request: IncomingMessage; body: Buffer; objects: ObjectStore['objects'] }
type Answer = { status: number; headers?: Record<string, string>; body?: Buffer | string }

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function write(
  response: ServerResponse,
  request: IncomingMessage,
  { status, headers, body = '' }: Answer,
): void {
  const length = headers?.['content-length'] ?? String(Buffer.byteLength(body))
  response.writeHead(status, { ...headers, 'content-length': length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

const failure = (status: number, code: string): Answer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
})

function answerTo({ request, body, objects }: Asked): Answer {
  const refused = refusalOf(request, body)
  if (refused) return failure(403, refused)
  const url = new URL(request.url ?? '/', 'http://localhost')
  const [, bucket, ...rest] = url.pathname.split('/').map(decodeURIComponent)
  if (bucket !== bucketName) return failure(404, 'NoSuchBucket')
  const key = rest.join('/')
  if (key === '')
    return request.method === 'GET' ? list(url.searchParams, objects) : failure(405, 'MethodNotAllowed')
  if (request.method === 'PUT') {
    objects.set(key, body)
    return { status: 200, headers: { etag: `"${createHash('md5').update(body).digest('hex')}"` } }
  }
  if (request.method === 'DELETE') {
    objects.delete(key)
    return { status: 204 }
  }
  const found = objects.get(key)
  if (!found) return failure(404, 'NoSuchKey')
  if (request.method === 'HEAD') return { status: 200, headers: { 'content-length': String(found.length) } }
  return part(found, request.headers.range)
}

function part(found: Buffer, range: string | undefined): Answer {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? []
  if (from === '' && to === '') return { status: 200, body: found }
  const first = from === '' ? Math.max(0, found.length - Number(to)) : Number(from)
  const last = from === '' || to === '' ? found.length - 1 : Math.min(Number(to), found.length - 1)
  if (first > last) return failure(416, 'InvalidRange')
  const headers = { 'content-range': `bytes ${first}-${last}/${found.length}` }
  return { status: 206, headers, body: found.subarray(first, last + 1) }
}

function list(query: URLSearchParams, objects: ObjectStore['objects']): Answer {
  const after = query.get('continuation-token') ?? ''
  const keys = [...objects.keys()]
    .filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after)
    .toSorted((left, right) => (left < right ? -1 : 1))
  const page = keys.slice(0, pageSize)
  const contents = page.map(
    (key) => `<Contents><Key>${key}</Key><Size>${objects.get(key)?.length}</Size></Contents>`,
  )
  const more = keys.length > page.length
  const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
  return {
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
  }
}

const hex = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
const mostSkewMs = 15 * 60_000

/** Why the signature does not hold, as S3 names it. */
function refusalOf(request: IncomingMessage, body: Buffer): string | undefined {
  const { headers } = request
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    )
  const [, key, day = '', where, signedHeaders = '', signature = ''] = parts ?? []
  if (!parts) return 'AccessDenied'
  if (key !== credentials.key) return 'InvalidAccessKeyId'
  const at = String(headers['x-amz-date'])
  const time = Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (!at.startsWith(day) || !(Math.abs(Date.now() - time) < mostSkewMs)) return 'RequestTimeTooSkewed'
  // What is not covered by the signature could be changed on the way.
  if (headers['x-amz-content-sha256'] !== hex(body)) return 'XAmzContentSHA256Mismatch'
  const names = signedHeaders.split(';')
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name)))
    return 'AccessDenied'
  const scope = `${day}/${where}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', at, scope, hex(canonical(request, names, hex(body)))].join('\n')
  const signing = [where ?? '', 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${credentials.secret}`, day))
  const expected = hmac(signing, toSign)
  const holds = where === region && timingSafeEqual(expected, Buffer.from(signature, 'hex'))
  return holds ? undefined : 'SignatureDoesNotMatch'
}

function canonical(request: IncomingMessage, names: readonly string[], bodyHash: string): string {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2)
  const sorted = query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => (pair.includes('=') ? pair : `${pair}=`))
    .toSorted((left, right) => (left < right ? -1 : 1))
  const headers = names.map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
  return [request.method, path, sorted.join('&'), headers.join(''), names.join(';'), bodyHash].join('\n')
}
