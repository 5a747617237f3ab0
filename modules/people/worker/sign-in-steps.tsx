import type { ReactNode } from 'react'
import { Button } from '#kernel/ui/button/button.tsx'
import { ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { useRoute } from '#kernel/web/use-route.ts'
import { enteringWords } from '../web/entering.messages.ts'
import { readWaysIn } from '../web/routes.generated.ts'
import type { Entering } from '../web/use-entering.ts'
import { BindFactor, CodeForm, NewPasswordForm, RecoveryCodes } from './factor-parts.tsx'

type Props = { entering: Entering; app: string }

/** What is still wanted after the password, one thing at a time. */
export function SignInSteps({ entering, app }: Props) {
  const words = useMessages(enteringWords)
  const { stage, busy } = entering
  const step = (title: string, how: string, content: ReactNode) => (
    <Step entering={entering} app={app} title={title} how={how}>
      {content}
    </Step>
  )
  if (stage.at === 'code') {
    const give = (code: string) => void entering.giveCode(code)
    const form = <CodeForm label={words.code} save={words.goOn} busy={busy} onCode={give} />
    return step(words.codeTitle, words.codeHow, form)
  }
  if (stage.at === 'password')
    return step(words.passwordTitle, words.passwordHow, <NewPassword entering={entering} />)
  if (stage.at === 'enrol') {
    const bind = (code: string) => void entering.confirm(code)
    return step(
      words.enrolTitle,
      words.enrolHow,
      <BindFactor offer={stage.offer} busy={busy} onCode={bind} />,
    )
  }
  if (stage.at !== 'codes') return null
  return step(
    words.codesTitle,
    words.codesHow,
    <>
      <RecoveryCodes codes={stage.recoveryCodes} />
      <Button kind="primary" wide onPress={() => void entering.goOn()}>
        {words.kept}
      </Button>
    </>,
  )
}

function Step(props: Props & { title: string; how: string; children: ReactNode }) {
  const words = useMessages(enteringWords)
  const { entering } = props
  const shown = entering.problem?.code === 'people.password-weak' ? undefined : entering.problem
  return (
    <Page title={props.title} place={props.app}>
      <p className="y-second">{props.how}</p>
      <ProblemBox problem={shown} />
      {props.children}
      {entering.stage.at !== 'codes' && (
        <Button kind="quiet" onPress={entering.again}>
          {words.back}
        </Button>
      )}
    </Page>
  )
}

function NewPassword({ entering }: { entering: Entering }) {
  const words = useMessages(enteringWords)
  const rules = useRoute(readWaysIn, {}).data?.password
  return (
    <NewPasswordForm
      rules={rules}
      problem={entering.problem}
      busy={entering.busy}
      save={words.passwordSave}
      onSave={(password) => void entering.givePassword(password)}
    />
  )
}
