import { createHash } from 'node:crypto'
import type { Context } from '#kernel/server/context.ts'
import type { Store } from '#kernel/server/store/store.ts'
import { type Voice, voiceTooLong } from '../contract.ts'
import { addressOf, formsOf, keyOf } from './addresses.ts'
import { type FileRow, insertFile, listFiles } from './queries.ts'
import { readVoice } from './voice/read-voice.ts'

// A minute, and what a recorder adds before it hears that it should stop.
const longestMs = 61_500

/** A recording that lies in the store and waits for its row. */
export type ReadyVoice = {
  bytes: number
  mediaType: string
  durationMs: number | undefined
  sha256: Buffer
}

/**
 * Takes a recording: what it is is read from its container, never from its name; what is not sound (titles, places,
 * pictures in tags) is taken out. It lies in the store when this returns.
 * @throws voiceUnreadable, voiceTooLong
 */
export async function prepareVoice(files: Store, id: string, sent: Buffer): Promise<ReadyVoice> {
  const { mediaType, bytes, durationMs } = readVoice(sent)
  if (durationMs !== undefined && durationMs > longestMs) throw voiceTooLong()
  for (const form of formsOf(mediaType)) await files.put(keyOf(id, form), bytes)
  return { bytes: bytes.length, mediaType, durationMs, sha256: createHash('sha256').update(bytes).digest() }
}

/** Writes the row of a recording that lies in the store already. */
export async function noteVoice(ctx: Context, id: string, voice: ReadyVoice): Promise<Voice> {
  const { bytes, mediaType, durationMs = null, sha256 } = voice
  const who = ctx.actor.id ?? null
  const row = [ctx.district.id, id, 'voice', mediaType, bytes, null, null, durationMs, sha256, ctx.now, who]
  await ctx.db.rows(insertFile, row)
  ctx.audit('files.voice-kept', id, { bytes })
  return shape(ctx, { id, media_type: mediaType, width: null, height: null, duration_ms: durationMs })
}

/** The recordings by id, with signed addresses. */
export async function voicesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, Voice>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db.rows(listFiles, [ctx.district.id, ids, 'voice'])
  return new Map(rows.map((row) => [row.id, shape(ctx, row)]))
}

function shape(ctx: Context, row: FileRow): Voice {
  const url = addressOf(ctx.personalData, ctx.district, row.id, ctx.now)
  const [form = 'voice.webm'] = formsOf(row.media_type)
  const seconds = row.duration_ms === null ? {} : { seconds: Math.round(row.duration_ms / 100) / 10 }
  return { id: row.id, url: `${url}/${form}`, mediaType: row.media_type, ...seconds }
}
