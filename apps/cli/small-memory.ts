import { setFlagsFromString } from 'node:v8'

/**
 * A command that streams millions of rows keeps little, but with plenty of memory around the engine lets hundreds of
 * megabytes of what is done with pile up before it cleans. On a small server these are missing elsewhere.
 */
export const staySmall = (): void => setFlagsFromString('--optimize-for-size')
