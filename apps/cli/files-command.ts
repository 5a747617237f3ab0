import path from 'node:path'
import { readSettings } from '#kernel/server/env.ts'
import { diskStore } from '#kernel/server/store/disk-store.ts'
import { CopyDiffers, moveFiles } from '#kernel/server/store/move-files.ts'
import { objectStore } from '#kernel/server/store/object-store.ts'
import { Refused, takeOptions, WrongUse } from './outcome.ts'
import type { Printer } from './print.ts'

/**
 * `yige files move --to s3|disk [--remove]`: copies all photos and voice notes between the data folder and the bucket of
 * the settings, each read back and compared. It may be broken off and run again, also while the server works.
 */
export async function filesCommand(words: string[], print: Printer): Promise<Record<string, unknown>> {
  const { plain, options, on } = takeOptions(words, { values: ['to'], switches: ['remove'] })
  const to = options.get('to')
  if (plain.join(' ') !== 'move' || (to !== 's3' && to !== 'disk'))
    throw new WrongUse('files move --to s3|disk [--remove]')
  const { bucket, dataDir } = readSettings()
  if (!bucket) {
    throw new Refused(
      '没有设置对象存储：请先设 YIGE_FILES_S3_ENDPOINT、_BUCKET、_REGION、_KEY、_SECRET / no object store is set: set these first',
    )
  }
  const disk = diskStore(path.join(dataDir, 'files'))
  const inBucket = await objectStore(bucket)
  const [from, target] = to === 's3' ? [disk, inBucket] : [inBucket, disk]
  try {
    const moved = await print.step(`${from.place} → ${target.place}`, () =>
      moveFiles(from, target, { removeSource: on.has('remove'), say: print.line }),
    )
    print.line(
      `✓ 复制 ${moved.copied} 个，已有 ${moved.already} 个，删除原件 ${moved.removed} 个 / copied, already there, removed at the source`,
    )
    return { from: from.place, to: target.place, ...moved }
  } catch (error) {
    if (error instanceof CopyDiffers) throw new Refused(error.message)
    throw error
  }
}
