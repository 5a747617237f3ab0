import { useEffect, type ReactNode } from 'react'
import { Link } from 'wouter'
import { chooseElder, useElder } from '#kernel/web/display.ts'
import { chooseLanguage, useLanguage } from '#kernel/web/language.ts'
import { Later } from '#kernel/web/later.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { useSiteName } from '#kernel/web/site-name.ts'
import { classNames } from '../class-names.ts'
import { Icon } from '../icon/icon.tsx'
import { messages } from '../ui.messages.ts'
import './page.css'

type Props = {
  title: string
  /** Where this is, first on the page: they must see it is theirs. */
  place?: ReactNode
  /** The page above; shows an arrow. */
  back?: string
  /** Room for the bar at the bottom. */
  withBar?: boolean
  children: ReactNode
}

const loadReadAloud = () => import('../read-aloud/read-aloud.tsx').then((module) => module.ReadAloud)

function Switches() {
  const words = useMessages(messages)
  const elder = useElder()
  const language = useLanguage()
  return (
    <>
      <button
        type="button"
        className="y-page__top-button"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        title={words.chooseLanguage}
        onClick={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {words.otherLanguage}
      </button>
      <button type="button" className="y-page__top-button" onClick={() => chooseElder(!elder)}>
        {elder ? words.standard : words.elder}
      </button>
    </>
  )
}

/** The frame of every phone page: place, switches, one heading, content. */
export function Page({ title, place, back, withBar, children }: Props) {
  const words = useMessages(messages)
  const elder = useElder()
  const site = useSiteName()
  useEffect(() => {
    document.title = [title, site].filter(Boolean).join(' · ')
  }, [title, site])
  return (
    <div className={classNames('y-page', withBar && 'y-page--bar')}>
      <header className="y-page__top y-no-print">
        {back && (
          <Link className="y-page__top-button" href={back} aria-label={words.back}>
            <Icon name="back" />
          </Link>
        )}
        <p className="y-page__place">{place}</p>
        <Switches />
      </header>
      <main>
        <h1 className="y-page__title">{title}</h1>
        {elder && <Later load={loadReadAloud} give={{}} />}
        <div className="y-stack">{children}</div>
      </main>
    </div>
  )
}
