import type { ProblemKind } from '#kernel/contract/problem.ts'
import type { Context } from '#kernel/server/context.ts'
import { implementSlowly, type Upload } from '#kernel/server/endpoint.ts'
import { job } from '#kernel/server/job-kind.ts'
import * as contract from '../contract.ts'
import { removeUnheld, reserve } from './hold.ts'
import { notePhoto, preparePhoto } from './photos.ts'
import { noteVoice, prepareVoice } from './voices.ts'

const keyOf = (ctx: Context): string => ctx.caller.key ?? ''

function bytesOf({ upload }: { upload: Upload | undefined }, unreadable: ProblemKind): Buffer {
  if (!upload) throw unreadable()
  return upload.bytes
}

export const endpoints = [
  implementSlowly(contract.uploadPhoto, {
    reserve: (ctx, input) => reserve(ctx, keyOf(ctx), bytesOf(input, contract.photoUnreadable)),
    prepare: (files, id, input) => preparePhoto(files, id, bytesOf(input, contract.photoUnreadable)),
    run: (ctx, _input, ready) => notePhoto(ctx, keyOf(ctx), ready),
  }),
  implementSlowly(contract.uploadVoice, {
    reserve: (ctx, input) => reserve(ctx, keyOf(ctx), bytesOf(input, contract.voiceUnreadable)),
    prepare: (files, id, input) => prepareVoice(files, id, bytesOf(input, contract.voiceUnreadable)),
    run: (ctx, _input, ready) => noteVoice(ctx, keyOf(ctx), ready),
  }),
]

const prune = job<object>({
  name: 'files.prune',
  cron: '37 3 * * *',
  run: async (ctx) => void (await removeUnheld(ctx)),
})

export const jobs = [prune]
