import { useState, type ReactNode } from 'react'
import { Button, ButtonLink } from '#kernel/ui/button/button.tsx'
import { Card } from '#kernel/ui/card/card.tsx'
import { Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { Notice, ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { Sheet } from '#kernel/ui/sheet/sheet.tsx'
import { chooseElder, useElder } from '#kernel/web/display.ts'
import { chooseLanguage, useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useAction } from '#kernel/web/use-action.ts'
import { forgetKept } from '#kernel/web/use-kept-route.ts'
import { useOutbox } from '#kernel/web/use-outbox.ts'
import type { Session } from '../contract.ts'
import { roleWords } from '../web/role-words.messages.ts'
import { signOut } from '../web/routes.generated.ts'
import { useSession } from '../web/use-session.ts'
import { messages } from './me.messages.ts'
import './worker.css'

function Posts({ session }: { session: Session }) {
  const words = useMessages(messages)
  const known = useMessages(roleWords)
  return (
    <Card>
      <h2>{session.name}</h2>
      <p className="y-second">{session.districtName}</p>
      {session.posts.length === 0 && <p>{words.noPosts}</p>}
      <ul aria-label={words.posts}>
        {session.posts.map((post) => (
          <li key={post.id}>
            {known[post.role]} <span className="y-second">{post.areaName}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Setting(props: { name: string; now: string; children: ReactNode }) {
  return (
    <div className="wk-setting">
      <p className="wk-row__text">
        <span>{props.name}</span>
        <span className="y-second">{props.now}</span>
      </p>
      {props.children}
    </div>
  )
}

function Display() {
  const words = useMessages(messages)
  const language = useLanguage()
  const elder = useElder()
  return (
    <section className="wk-settings" aria-label={words.display}>
      <Setting name={words.language} now={words.languageNow}>
        <Button kind="quiet" onPress={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}>
          <span lang={language === 'zh' ? 'en' : 'zh-CN'}>{words.languageOther}</span>
        </Button>
      </Setting>
      <Setting name={words.text} now={words.textNow(elder)}>
        <Button kind="quiet" onPress={() => chooseElder(!elder)}>
          {words.textOther(elder)}
        </Button>
      </Setting>
    </section>
  )
}

function SignOut() {
  const words = useMessages(messages)
  const { count } = useOutbox()
  const [asking, setAsking] = useState(false)
  const { run, busy, problem } = useAction(signOut)
  async function leave() {
    if (!(await run({}))) return
    await forgetKept()
    // A whole load: nothing of this person stays in the page's memory.
    location.assign('/work/sign-in')
  }
  return (
    <>
      <Button wide onPress={() => setAsking(true)}>
        {words.signOut}
      </Button>
      <Sheet title={words.signOutTitle} open={asking} onClose={() => setAsking(false)}>
        {count > 0 && (
          <Notice kind="warn">
            <p>
              <strong>{words.unsent(count)}</strong>
            </p>
            <p>{words.unsentWhy}</p>
            <ButtonLink to="/work/unsent">{words.seeUnsent}</ButtonLink>
          </Notice>
        )}
        <p>{words.signOutWhat}</p>
        <ProblemBox problem={problem} />
        <Button kind="danger" wide busy={busy} onPress={() => void leave()}>
          {count > 0 ? words.signOutAnyway : words.signOut}
        </Button>
        <Button wide onPress={() => setAsking(false)}>
          {words.stay}
        </Button>
      </Sheet>
    </>
  )
}

export function MePage() {
  const words = useMessages(messages)
  const session = useSession()
  return (
    <Page title={words.title} withBar>
      <Loaded from={session}>{(data) => <Posts session={data} />}</Loaded>
      <ButtonLink to="/work/account" wide icon="person">
        {words.account}
      </ButtonLink>
      <Display />
      <SignOut />
    </Page>
  )
}
