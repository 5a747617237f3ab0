import { useEffect, useRef } from 'react'
import { Link, useLocation, useRoute as useMatch } from 'wouter'
import { BottomBar } from '#kernel/ui/bottom-bar/bottom-bar.tsx'
import { classNames } from '#kernel/ui/class-names.ts'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { isRefused, startOutbox } from '#kernel/web/outbox.ts'
import { Pages } from '#kernel/web/page-entry.tsx'
import { useOutbox } from '#kernel/web/use-outbox.ts'
import { forget, useRoute } from '#kernel/web/use-route.ts'
import { countUnread } from '#modules/notices/web/door.ts'
import { SignedIn } from '#modules/people/worker/signed-in.tsx'
import { useScroll } from './use-scroll.ts'
import { pages } from './work-pages.ts'
import { messages } from './work-shell.messages.ts'
import './work-shell.css'

/** What has not left this phone yet, on every page, one tap from its list. */
function Unsent() {
  const words = useMessages(messages)
  const { items, count } = useOutbox()
  const [here] = useMatch('/work/unsent')
  if (count === 0 || here) return null
  const refused = items.filter(isRefused).length
  return (
    <aside className="work-unsent y-no-print" aria-label={words.unsentLabel}>
      <Link
        className={classNames('work-unsent__link', refused > 0 && 'work-unsent__link--refused')}
        href="/work/unsent"
      >
        <Icon name={refused > 0 ? 'warning' : 'unsent'} />
        <span className="work-unsent__text">
          {refused > 0 ? words.refused(refused) : words.unsent(count)}
        </span>
        <Icon name="next" size={1} />
      </Link>
    </aside>
  )
}

/** Once something was sent, what the pages show of it is asked for anew. */
function useFreshAfterSending(): void {
  const { count } = useOutbox()
  const before = useRef(count)
  useEffect(() => {
    // One beginning for the lists, the counts and each matter.
    if (count < before.current) forget('/matter')
    before.current = count
  }, [count])
}

/** Counted again on each page. */
function useUnread(): number {
  const [here] = useLocation()
  const { data, reload } = useRoute(countUnread, {})
  useEffect(reload, [here, reload])
  return data?.count ?? 0
}

function Bar() {
  const words = useMessages(messages)
  const [atMatter] = useMatch('/work/m/*')
  const unread = useUnread()
  if (atMatter) return null
  return (
    <BottomBar
      label={words.bar}
      links={[
        { to: '/work', label: words.today, icon: 'today' },
        { to: '/work/new', label: words.take, icon: 'camera' },
        {
          to: '/work/notices',
          label: words.notices,
          icon: 'bell',
          count: { number: unread, meaning: words.unread(unread) },
        },
        { to: '/work/me', label: words.me, icon: 'person' },
      ]}
    />
  )
}

/** The worker often has no connection: what they did is sent from here whatever page is open. */
export function WorkShell() {
  useEffect(startOutbox, [])
  useFreshAfterSending()
  useScroll()
  const [signingIn] = useMatch('/work/sign-in')
  if (signingIn) return <Pages pages={pages} />
  return (
    <SignedIn>
      <Unsent />
      <Pages pages={pages} />
      <Bar />
    </SignedIn>
  )
}
