import { expect, test } from '@playwright/test'
import { type ListedEntry, settingsEntries } from '#apps/staff/settings-entries.ts'
import { desktop, openBrowser, signIn } from './browser.ts'
import { type Seeing, seeingIn, type SettingCase } from './settings/case.ts'
import { matterCases } from './settings/matter-cases.ts'
import { officeCases } from './settings/office-cases.ts'
import { peopleCases } from './settings/people-cases.ts'
import { placeCases } from './settings/place-cases.ts'
import { programCases } from './settings/program-cases.ts'

/** By the key of the entry on the page of settings. */
const cases: Record<string, SettingCase> = {
  ...officeCases,
  ...matterCases,
  ...peopleCases,
  ...placeCases,
  ...programCases,
}

test('everything on the page of settings is tried, and nothing else', () => {
  expect(Object.keys(cases).toSorted()).toEqual(settingsEntries.map(({ key }) => key).toSorted())
})

/** A setting is in force everywhere after five seconds. */
const inForce = (kase: SettingCase, see: Seeing, isChanged: boolean): Promise<void> =>
  expect(() => kase.seen(see, isChanged)).toPass({ timeout: 40_000, intervals: [500, 2000] })

for (const entry of settingsEntries) {
  const kase = cases[entry.key]
  if (kase)
    test(`${entry.zh} is set on the screen, seen where it takes effect, on record, and set back`, async ({
      browser,
    }) => {
      test.setTimeout(180_000)
      const see = seeingIn(browser)
      const { page, complaints } = await openBrowser(browser, desktop)
      page.setDefaultTimeout(15_000)
      await signIn(page.context(), kase.as)
      const open = async (): Promise<void> => {
        await page.goto('/staff/settings')
        await page.getByRole('link', { name: entry.zh, exact: true }).last().click()
        await page.waitForLoadState('networkidle')
      }
      await inForce(kase, see, false)
      await open()
      await kase.change(page, see)
      await onRecord(kase, see, entry)
      await inForce(kase, see, true)
      await open()
      await kase.back(page, see)
      await inForce(kase, see, false)
      expect(complaints.filter((each) => !/tiles\.example/.test(each))).toEqual([])
    })
}

/** The auditor reads who did it and what. */
async function onRecord(kase: SettingCase, see: Seeing, entry: ListedEntry): Promise<void> {
  const audit = await see.colleague('xiaqing', '/audit')
  const told = typeof kase.audit === 'string' ? [kase.audit] : kase.audit(see.mark)
  const who = kase.as === 'sunli' ? '孙莉' : '郑凯'
  let row = audit.getByRole('row').filter({ hasText: who })
  for (const each of told) row = row.filter({ hasText: each })
  await expect(row.first(), `${entry.zh} is on record`).toBeVisible()
}
