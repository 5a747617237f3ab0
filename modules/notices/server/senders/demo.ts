import type { Context } from '#kernel/server/context.ts'
import { uuidv7 } from '#kernel/server/uuid.ts'
import type { Way } from '../../contract.ts'
import { insertDemoMessage } from '../queries.ts'
import type { Sender } from './sender.ts'

export const demoFields = { address: 'demo_messages.address', text: 'demo_messages.text' } as const

/** Writes down what would have been sent, so that who tries the demonstration can read the code "sent" to a number. */
export function demoSender(ctx: Context, way: Way): Sender {
  const { district, personalData, now } = ctx
  return {
    kind: 'demo',
    async send({ address, short, title, text }) {
      const id = uuidv7(now)
      const said = way === 'sms' ? short : `${title}\n${text}`
      await ctx.db.rows(insertDemoMessage, [
        district.id,
        id,
        way,
        personalData.seal(district.id, demoFields.address, address),
        personalData.seal(district.id, demoFields.text, said),
        now,
      ])
      return { ok: true, providerId: `demo-${id.slice(-8)}` }
    },
  }
}
