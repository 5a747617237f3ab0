import type { ProblemKind } from '#kernel/contract/problem.ts'
import type { Context } from '#kernel/server/context.ts'
import { implementSlowly, type Upload } from '#kernel/server/endpoint.ts'
import { job } from '#kernel/server/job-kind.ts'
import type { Store } from '#kernel/server/store/store.ts'
import * as contract from '../contract.ts'
import { removeUnheld, reserve } from './hold.ts'
import { notePhoto, preparePhoto } from './photos.ts'
import { noteVoice, prepareVoice } from './voices.ts'

const keyOf = (ctx: Context): string => ctx.caller.key ?? ''

/** Reserves the key, then hands back the decoding; nothing where the same bytes were sent under it before. */
const ahead =
  <Ready>(prepare: (files: Store, id: string, bytes: Buffer) => Promise<Ready>, unreadable: ProblemKind) =>
  async (ctx: Context, { upload }: { upload: Upload | undefined }) => {
    if (!upload) throw unreadable()
    const [files, id] = [ctx.files, keyOf(ctx)]
    return (await reserve(ctx, id, upload.bytes)) ? () => prepare(files, id, upload.bytes) : undefined
  }

export const endpoints = [
  implementSlowly(contract.uploadPhoto, ahead(preparePhoto, contract.photoUnreadable), (ctx, _input, ready) =>
    notePhoto(ctx, keyOf(ctx), ready),
  ),
  implementSlowly(contract.uploadVoice, ahead(prepareVoice, contract.voiceUnreadable), (ctx, _input, ready) =>
    noteVoice(ctx, keyOf(ctx), ready),
  ),
]

const prune = job<object>({
  name: 'files.prune',
  cron: '37 3 * * *',
  run: async (ctx) => void (await removeUnheld(ctx)),
})

export const jobs = [prune]
