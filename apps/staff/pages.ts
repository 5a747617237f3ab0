import { pages as audit } from '#modules/audit/staff/pages.ts'
import { pages as matters } from '#modules/matters/staff/pages.ts'
import { pages as notices } from '#modules/notices/staff/pages.ts'
import { pages as open311 } from '#modules/open311/staff/pages.ts'
import { pages as organisations } from '#modules/organisations/staff/pages.ts'
import { pages as overview } from '#modules/overview/staff/pages.ts'
import { ownAccountPage } from '#modules/people/staff/own-pages.ts'
import { pages as people } from '#modules/people/staff/pages.ts'
import { pages as places } from '#modules/places/staff/pages.ts'
import { pages as regrouping } from '#modules/regrouping/staff/pages.ts'
import { pages as webhooks } from '#modules/webhooks/staff/pages.ts'
import { pages as office } from '#modules/office/staff/pages.ts'
import type { StaffPage } from './page.ts'

/** Every page inside the shell, a line per module. */
export const pages: readonly StaffPage[] = [
  ...office,
  ...matters,
  ...overview,
  ...places,
  ...regrouping,
  ...people,
  ...organisations,
  ...audit,
  ...notices,
  ...open311,
  ...webhooks,
  ownAccountPage,
]
