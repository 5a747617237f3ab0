import { Link, Navigate, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { currentLanguage, useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { holds, SessionProvider, useSession } from '#kernel/web/react/session.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { readSession } from '#modules/people/staff/own-session.ts'
import './shell.css'
import { DemoStrip } from './demo-strip.tsx'
import { Waiting } from './lost.tsx'
import { pages } from './pages.ts'
import { messages } from './shell.messages.ts'
import { settingsPage } from './settings-page.ts'
import { settingsEntries } from './settings-entries.ts'
import { TopBar } from './top-bar.tsx'

/** The menu at the left, the bar on top, the page beside them; asks to sign in first where nobody is. */
export function StaffShell() {
  const session = useStaffRoute(readSession, {})
  if (session.error?.status === 401) {
    return <ToSignIn />
  }
  if (session.error && !session.data) {
    return (
      <main className="s-note">
        <ProblemNote problem={session.error} again={() => void session.refetch()} />
      </main>
    )
  }
  if (!session.data) return <Waiting />
  return (
    <SessionProvider value={session.data}>
      <div className="s-app">
        <DemoStrip name={session.data.name} posts={session.data.posts} />
        <div className="s-frame">
          <SideMenu />
          <div className="s-main">
            <TopBar />
            <main className="s-page" lang={currentLanguage() === 'zh' ? 'zh-CN' : 'en'}>
              <Inside />
            </main>
          </div>
        </div>
      </div>
    </SessionProvider>
  )
}

/** The page wanted is read once: the address changes while the sign-in page is on its way. */
function ToSignIn() {
  const navigate = useNavigate()
  const [wanted] = useState(() => location.pathname + location.search)
  useEffect(
    () => void navigate({ to: '/sign-in', search: () => ({ to: wanted }), replace: true }),
    [navigate, wanted],
  )
  return <Waiting />
}

/** The pages the own posts open, in the order of the menu. */
function useMenu() {
  const session = useSession()
  return [...pages, settingsPage]
    .flatMap(({ path: to, menu }) =>
      menu && [menu.permission].flat().some((each) => holds(session, each)) ? [{ to, menu }] : [],
    )
    .sort((one, other) => one.menu.order - other.menu.order)
}

/** The page wanted; who has no desk begins at the first page that is theirs. */
function Inside() {
  const items = useMenu()
  const path = useRouterState({ select: ({ location: { pathname } }) => pathname })
  const [first] = items
  const isElsewhere = path === '/' && first !== undefined && items.every(({ to }) => to !== '/')
  return isElsewhere ? <Navigate to={first.to} replace /> : <Outlet />
}

function SideMenu() {
  const words = useMessages(messages)
  const language = useLanguage()
  const items = useMenu()
  const { path, area } = useRouterState({
    select: ({ location: { pathname, search } }) => ({
      path: pathname,
      area: (search as Record<string, string | undefined>)['area'],
    }),
  })
  const { districtName } = useSession()
  const setting = settingsEntries.find((entry) => entry.path === path)
  const title = setting && !setting.tab ? setting[language] : undefined
  const isHere = (to: string): boolean => {
    // A setting that has a line of its own in the menu is found there.
    if (to === '/settings') {
      const hasLine = items.some((item) => item.to !== '/' && path.startsWith(item.to))
      return path.startsWith(to) || (setting !== undefined && !hasLine)
    }
    return to === '/' ? path === '/' : path.startsWith(to)
  }
  return (
    <nav className="s-menu" aria-label={words.menu}>
      <title>
        {[title ?? items.find(({ to }) => isHere(to))?.menu[language], districtName]
          .filter(Boolean)
          .join(' · ')}
      </title>
      <div className="s-name">
        <svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
          <rect x="2" y="2" width="20" height="20" rx="5" />
          <path d="M9 2v20M15.5 9H22M9 15.5h13" />
        </svg>
        {words.name}
      </div>
      <p className="s-office">{districtName}</p>
      <ul>
        {items.map(({ to, menu }) => (
          <li key={to}>
            <Link
              to={to}
              search={() => (area ? { area } : {})}
              aria-current={isHere(to) ? 'page' : undefined}
            >
              {menu[language]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
