import { statement } from '#kernel/server/database.ts'

export type Kind = 'photo' | 'voice'

/** What every answer about a file is made from. */
export type FileRow = {
  id: string
  media_type: string
  width: number | null
  height: number | null
  duration_ms: number | null
}

const columns =
  'district_id, id, kind, media_type, bytes, width, height, duration_ms, sha256, made_at, made_by'

// $1 district, $2 id, $3 SHA-256 of what is sent, $4 now.
export const reserveFile = statement<{ id: string }>(
  'files.reserve',
  `insert into file_uploads (district_id, id, sent_sha256, at)
   select $1, $2, $3, $4 where not exists (select 1 from files where district_id = $1 and id = $2)
   on conflict (district_id, id) do update set at = excluded.at where file_uploads.sent_sha256 = excluded.sent_sha256
   returning id`,
)

export const insertFile = statement(
  'files.insert',
  `insert into files (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
)

// $1 district, $2 id of the one copied, $3 id of the copy, $4 now, $5 who.
export const insertCopy = statement(
  'files.insert-copy',
  `insert into files (${columns})
   select district_id, $3, kind, media_type, bytes, width, height, duration_ms, sha256, $4, $5
   from files where district_id = $1 and id = $2`,
)

export const listFiles = statement<FileRow>(
  'files.list',
  `select id, media_type, width, height, duration_ms from files
   where district_id = $1 and id = any ($2) and kind = $3`,
)

export const holdFiles = statement<{ id: string }>(
  'files.hold',
  `update files set held_by = $3 where district_id = $1 and id = any ($2) and kind = $4 and (held_by is null or held_by = $3)
   returning id`,
)

export const releaseHeld = statement(
  'files.release',
  'update files set held_by = null where district_id = $1 and id = any ($2) and held_by = $3',
)

export const deleteUnheld = statement<{ id: string; media_type: string }>(
  'files.delete-unheld',
  'delete from files where district_id = $1 and held_by is null and made_at < $2 returning id, media_type',
)

export const deleteUploads = statement<{ id: string; kept: boolean }>(
  'files.delete-uploads',
  `delete from file_uploads u where u.district_id = $1 and u.at < $2
   returning u.id, exists (select 1 from files f where f.district_id = u.district_id and f.id = u.id) as kept`,
)

/** Some files from an id on, for whoever looks whether they are still what they were. */
export const sampleFiles = statement<{ id: string; media_type: string; sha256: Buffer }>(
  'files.sample',
  `select id, media_type, sha256 from files where district_id = $1 and id >= $2 order by id limit $3`,
)
