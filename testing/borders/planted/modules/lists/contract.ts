import { serve } from '#kernel/server/serve.ts'

export const planted = serve
