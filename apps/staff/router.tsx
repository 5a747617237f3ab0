import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { parseSearch, stringifySearch } from '#kernel/web/react/use-address.ts'
import { signInPage } from '#modules/people/staff/own-pages.ts'
import { LostPage, PageFailed, Waiting } from './lost.tsx'
import { pages } from './pages.ts'
import { settingsPage } from './settings-page.ts'
import { StaffShell } from './shell.tsx'

const root = createRootRoute()

const signIn = createRoute({
  getParentRoute: () => root,
  path: signInPage.path,
  component: lazyRouteComponent(async () => ({ default: await signInPage.load() })),
})

const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: StaffShell })

const inside = [...pages, settingsPage].map(({ path, load }) =>
  createRoute({
    getParentRoute: () => shell,
    path,
    component: lazyRouteComponent(async () => ({ default: await load() })),
  }),
)

export const router = createRouter({
  routeTree: root.addChildren([signIn, shell.addChildren(inside)]),
  basepath: '/staff',
  parseSearch,
  stringifySearch,
  defaultNotFoundComponent: LostPage,
  defaultErrorComponent: PageFailed,
  defaultPendingComponent: Waiting,
})
