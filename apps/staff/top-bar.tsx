import { Button, Dropdown, type MenuProps } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { chooseLanguage, useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { appearances, chooseAppearance, useAppearance } from '#kernel/web/react/appearance.ts'
import { useMay, useSession } from '#kernel/web/react/session.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { SearchBox } from '#modules/matters/staff/search-box.tsx'
import { signOut } from '#modules/people/staff/own-session.ts'
import { messages } from './shell.messages.ts'

const NoticeBell = lazy(() =>
  import('#modules/notices/staff/bell.tsx').then((m) => ({ default: m.NoticeBell })),
)
const AreaChooser = lazy(() => import('./area-chooser.tsx').then((m) => ({ default: m.AreaChooser })))

/** Which area one looks at, the search, and the own account. */
export function TopBar() {
  const language = useLanguage()
  const words = useMessages(messages)
  const mayFind = useMay('matters.read')
  return (
    <header className="s-top">
      <Suspense fallback={<span className="s-area-wait" />}>
        <AreaChooser />
      </Suspense>
      {mayFind && <SearchBox />}
      <span className="s-top-space" />
      <Button type="text" onClick={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}>
        {words.otherLanguage}
      </Button>
      <Suspense fallback={null}>
        <NoticeBell />
      </Suspense>
      <OwnMenu />
    </header>
  )
}

function OwnMenu() {
  const words = useMessages(messages)
  const session = useSession()
  const navigate = useNavigate()
  const appearance = useAppearance()
  const leaving = useStaffAction(signOut)
  async function leave(): Promise<void> {
    if (!(await leaving.run({}))) return
    // A whole load, so that nothing of the one before is left on the screen.
    location.assign('/staff/sign-in')
  }
  const items: NonNullable<MenuProps['items']> = [
    {
      key: 'appearance',
      type: 'group',
      label: words.appearance,
      children: appearances.map((key) => ({
        key,
        label: words[key],
        icon: <span className="s-check">{key === appearance && <Icon name="check" size={0.9} />}</span>,
        onClick: () => chooseAppearance(key),
      })),
    },
    { type: 'divider' },
    { key: 'notices', label: words.notices, onClick: () => void navigate({ to: '/notices/own' }) },
    { key: 'account', label: words.account, onClick: () => void navigate({ to: '/account' }) },
    { key: 'leave', label: words.signOut, onClick: () => void leave() },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text" title={words.account} icon={<Icon name="person" size={1.1} />}>
        {session.name}
      </Button>
    </Dropdown>
  )
}
