import type { Context } from '#kernel/server/context.ts'
import { keptFor } from '#kernel/server/kept.ts'
import { notAllowed } from '#kernel/server/problems.ts'
import { type SettingVersion, setting, settingVersions, writeSetting } from '#kernel/server/settings.ts'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { consentMissing, ConsentText, type readConsent as readRoute } from '../contract.ts'
import { standardConsent } from './consent-text.ts'

/** The notice on personal data, as the office words it. Which version a person was shown stands on their report. */
const consent = setting('office.consent', ConsentText, standardConsent, { permission: 'matters.notice' })

const keptMs = 5_000
const versionsOf = (ctx: Context): Promise<SettingVersion<Partial<ConsentText>>[]> =>
  keptFor(ctx, 'matters.consent-versions', keptMs, (inner) => settingVersions(inner, consent))

/** Which version is shown now: 0 is the text the product brings. */
export const consentVersion = async (ctx: Context): Promise<number> =>
  (await versionsOf(ctx))[0]?.version ?? 0

export async function readConsent(
  ctx: Context,
  asked: number | undefined,
): Promise<ReturnsOf<typeof readRoute>> {
  const written = await versionsOf(ctx)
  const versions = [
    ...written.map(({ version, changedAt }) => ({ version, since: changedAt.toISOString() })),
    { version: 0 },
  ]
  const shown = versions.find((each) => each.version === (asked ?? versions[0]?.version))
  if (!shown) throw consentMissing()
  const text = written.find((each) => each.version === shown.version)?.value
  return { ...shown, text: { ...standardConsent, ...text }, versions }
}

/** The notice is one for the whole district: who administers a part of it does not change it. */
export async function changeConsent(ctx: Context, text: ConsentText) {
  const forAll = ctx.actor.posts.some(
    ({ areaKind, permissions }) => areaKind === 'district' && permissions.has('matters.notice'),
  )
  if (!forAll) throw notAllowed()
  await writeSetting(ctx, consent, text)
  const [now] = await settingVersions(ctx, consent)
  return { version: now?.version ?? 0, since: ctx.now.toISOString() }
}
