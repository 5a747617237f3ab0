import { type Context, systemActor } from '#kernel/server/context.ts'
import type { Outcome } from '#modules/matters/contract.ts'
import {
  acceptMatter,
  answerMatter,
  disputeMatter,
  noteMatter,
  returnMatter,
} from '#modules/matters/server/door.ts'
import { channelMissing, descriptionMissing, statusNotYours, valueTooLong } from '../contract.ts'
import { statusOfMatter } from './record-queries.ts'
import type { Update } from './update.ts'
import type { UpdateStatus } from './update-status.ts'

type Handled = { update: Update; matter: { id: string }; photoIds: string[]; organisationId: string }

/** How a status of the extension is carried out by the commands that people use as well. */
type Way = (ctx: Context, handled: Handled) => Promise<unknown>

const answering =
  (outcome: Outcome): Way =>
  async (ctx, { update, matter, photoIds }) => {
    const words = said(update, 1000)
    await acceptFirst(ctx, matter.id)
    const { publicWords } = update
    const body = { words, outcome, photoIds, ...(publicWords && { publicWords }) }
    return answerMatter(ctx, matter.id, body)
  }

const disputing: Way = (ctx, { update, matter }) =>
  disputeMatter(ctx, matter.id, { reason: said(update, 300) })

/** Accepted by it, if it was not yet; what is said besides is a note that the reporter sees. */
const working: Way = async (ctx, handled) => {
  const accepted = await acceptFirst(ctx, handled.matter.id)
  if (handled.update.words || !accepted) await noting(ctx, handled)
}

const noting: Way = (ctx, { update, matter, photoIds }) =>
  noteMatter(ctx, matter.id, { words: said(update, 500), photoIds, isPublic: true })

const returning: Way = (ctx, { update, matter }) => {
  if (!update.rightChannel) throw channelMissing()
  return returnMatter(ctx, matter.id, { reason: said(update, 300), rightChannel: update.rightChannel })
}

const ways: Partial<Record<UpdateStatus, Way>> = {
  OPEN: noting,
  INVESTIGATING: working,
  IN_PROGRESS: working,
  ACTION_SCHEDULED: working,
  PLANNED: working,
  FIXED: answering('solved'),
  CLOSED: answering('explained'),
  NO_FURTHER_ACTION: answering('explained'),
  NOT_COUNCILS_RESPONSIBILITY: returning,
  INTERNAL_REFERRAL: disputing,
  FOR_TRIAGE: disputing,
}

/** The words with an act, at most as many as a person may write there. */
function said({ words }: Update, most: number): string {
  if (!words) throw descriptionMissing()
  if ([...words].length > most) throw valueTooLong()
  return words
}

async function acceptFirst(ctx: Context, matterId: string): Promise<boolean> {
  const matter = await ctx.db.row(statusOfMatter, [ctx.district.id, matterId])
  if (matter?.status !== 'received') return false
  await acceptMatter(ctx, matterId, {})
  return true
}

/** What a handling system says of a matter that its organisation holds, with the same refusals as for people. */
export async function handle(ctx: Context, handled: Handled): Promise<void> {
  const way = ways[handled.update.status]
  if (!way) throw statusNotYours()
  await way({ ...ctx, actor: actorFor(handled.organisationId) }, handled)
}

/** Nobody by name: the history says that the department's system did it, the audit with which key. */
const actorFor = (organisation: string): Context['actor'] => ({
  ...systemActor,
  posts: [
    {
      id: '',
      role: 'department_staff',
      area: 0,
      areaKind: 'district',
      organisation,
      permissions: new Set<string>(),
    },
  ],
})
