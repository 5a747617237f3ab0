import type { Context } from '#kernel/server/context.ts'
import { implement, type Upload } from '#kernel/server/endpoint.ts'
import { job } from '#kernel/server/job-kind.ts'
import * as contract from '../contract.ts'
import { keepPhoto, removeUnheld } from './photos.ts'

export const endpoints = [implement(contract.uploadPhoto, (ctx, { upload }) => uploadPhoto(ctx, upload))]

async function uploadPhoto(ctx: Context, upload: Upload | undefined) {
  if (!upload || !ctx.caller.key) throw contract.photoUnreadable()
  return keepPhoto(ctx, ctx.caller.key, upload.bytes)
}

const prune = job<object>({
  name: 'files.prune',
  cron: '37 3 * * *',
  run: async (ctx) => void (await removeUnheld(ctx)),
})

export const jobs = [prune]
