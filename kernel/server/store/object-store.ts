import type { Readable } from 'node:stream'
import type * as Library from '@aws-sdk/client-s3'
import { type Range, RangeUnfit, soundly, type Store, type Stored } from './store.ts'

/** A bucket of any store that speaks Amazon's S3, such as OSS, COS, OBS or MinIO. */
export type Bucket = {
  /** Absent: Amazon's own for the region. */
  endpoint: string | undefined
  name: string
  region: string
  key: string
  secret: string
  /** The bucket in the path instead of the host name: MinIO wants it, OSS refuses it. */
  pathStyle: boolean
}

/** Files in a bucket. The library is loaded here and not before: who keeps files on disk never pays for it. */
export async function objectStore(bucket: Bucket): Promise<Store> {
  const library = await import('@aws-sdk/client-s3')
  const client = clientFor(library, bucket)
  const { HeadObjectCommand, PutObjectCommand, DeleteObjectCommand } = library
  const at = (key: string) => ({ Bucket: bucket.name, Key: soundly(key) })
  return {
    place: `${bucket.endpoint ?? `s3.${bucket.region}`}/${bucket.name}`,
    async put(key, bytes) {
      await client.send(new PutObjectCommand({ ...at(key), Body: bytes, ContentLength: bytes.length }))
    },
    get: (key, range) => read(library, client, { ...at(key), ...(range && { Range: headerOf(range) }) }),
    exists: async (key) =>
      (await orNone(client.send(new HeadObjectCommand(at(key))), absences)) !== undefined,
    async remove(key) {
      await client.send(new DeleteObjectCommand(at(key)))
    },
    list: (prefix) => listed(library, client, { Bucket: bucket.name, Prefix: prefix }),
  }
}

function clientFor({ S3Client: Client }: typeof Library, bucket: Bucket): Library.S3Client {
  return new Client({
    region: bucket.region,
    forcePathStyle: bucket.pathStyle,
    credentials: { accessKeyId: bucket.key, secretAccessKey: bucket.secret },
    // The newer checksums are Amazon's own; the signature covers the content anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(bucket.endpoint && { endpoint: bucket.endpoint }),
  })
}

const headerOf = (range: Range): string =>
  'last' in range ? `bytes=-${range.last}` : `bytes=${range.from}-${range.to ?? ''}`

type Asked = { Bucket: string; Key: string; Range?: string }

async function read(
  library: typeof Library,
  client: Library.S3Client,
  asked: Asked,
): Promise<Stored | undefined> {
  try {
    const found = await orNone(client.send(new library.GetObjectCommand(asked)), absences)
    if (!found?.Body) return undefined
    const length = found.ContentLength ?? 0
    const part = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(found.ContentRange ?? '')
    const [from, to, bytes] = part ? part.slice(1).map(Number) : [0, length - 1, length]
    return { from: from ?? 0, to: to ?? 0, bytes: bytes ?? length, content: found.Body as Readable }
  } catch (error) {
    if ((error as Library.S3ServiceException).$metadata?.httpStatusCode !== 416) throw error
    const { HeadObjectCommand } = library
    const { Range: _range, ...at } = asked
    throw new RangeUnfit((await client.send(new HeadObjectCommand(at))).ContentLength ?? 0)
  }
}

const absences = new Set(['NoSuchKey', 'NotFound'])

async function orNone<Result>(asking: Promise<Result>, names: ReadonlySet<string>) {
  try {
    return await asking
  } catch (error) {
    if (error instanceof Error && names.has(error.name)) return undefined
    throw error
  }
}

async function* listed(
  { ListObjectsV2Command }: typeof Library,
  client: Library.S3Client,
  asked: { Bucket: string; Prefix: string },
): AsyncGenerator<{ key: string; bytes: number }> {
  let from: string | undefined
  do {
    const page = await client.send(
      new ListObjectsV2Command({ ...asked, ...(from && { ContinuationToken: from }) }),
    )
    for (const { Key: key, Size: bytes } of page.Contents ?? []) {
      if (key !== undefined) yield { key, bytes: bytes ?? 0 }
    }
    from = page.IsTruncated ? page.NextContinuationToken : undefined
  } while (from)
}
