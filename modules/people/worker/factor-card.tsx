import { useState } from 'react'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { Button } from '#kernel/ui/button/button.tsx'
import { Card } from '#kernel/ui/card/card.tsx'
import { TextField } from '#kernel/ui/field/field.tsx'
import { Notice, ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useAction } from '#kernel/web/use-action.ts'
import { forget } from '#kernel/web/use-route.ts'
import type { readOwnAccount as ReadOwnAccount } from '../contract.ts'
import { enteringWords } from '../web/entering.messages.ts'
import { ownAccountWords } from '../web/own-account.messages.ts'
import { confirmFactor, offerFactor, removeFactor, renewRecoveryCodes } from '../web/routes.generated.ts'
import type { Offer } from '../web/use-entering.ts'
import { BindFactor, CodeForm, RecoveryCodes } from './factor-parts.tsx'

type OwnAccount = ReturnsOf<typeof ReadOwnAccount>
type Doing = 'nothing' | 'bind' | 'renew' | 'remove'

/** The own second factor on the phone: binding, new recovery codes, removing. */
export function FactorCard({ account }: { account: OwnAccount }) {
  const { factor: words } = useMessages(ownAccountWords)
  const [doing, setDoing] = useState<Doing>('nothing')
  const [codes, setCodes] = useState<readonly string[]>()
  function done(made?: readonly string[]): void {
    setCodes(made)
    setDoing('nothing')
    forget('/account')
  }
  return (
    <Card>
      <h2>{words.title}</h2>
      {codes ? <MadeCodes codes={codes} onClose={() => setCodes(undefined)} /> : null}
      {!codes && doing === 'nothing' && <State account={account} onDo={setDoing} />}
      {doing === 'bind' && <Bind onDone={done} />}
      {doing === 'renew' && <Renew onDone={done} />}
      {doing === 'remove' && <Remove onDone={done} />}
      {doing !== 'nothing' && <Cancel onPress={() => setDoing('nothing')} />}
    </Card>
  )
}

function Cancel({ onPress }: { onPress: () => void }) {
  const { cancel } = useMessages(ownAccountWords)
  return (
    <Button kind="quiet" onPress={onPress}>
      {cancel}
    </Button>
  )
}

function MadeCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { factor: words } = useMessages(ownAccountWords)
  const entering = useMessages(enteringWords)
  return (
    <div className="y-stack">
      <Notice kind="good">{words.done}</Notice>
      <p>
        <strong>{entering.codesTitle}</strong>
      </p>
      <p className="y-second">{entering.codesHow}</p>
      <RecoveryCodes codes={codes} />
      <Button kind="primary" wide onPress={onClose}>
        {words.close}
      </Button>
    </div>
  )
}

function State({ account, onDo }: { account: OwnAccount; onDo: (doing: Doing) => void }) {
  const { factor: words } = useMessages(ownAccountWords)
  const dates = useDates()
  const { factor, factorDemanded } = account
  if (!factor) {
    return (
      <>
        <p className="y-second">
          {words.none}
          {factorDemanded && words.demanded}
        </p>
        <Button onPress={() => onDo('bind')}>{words.bind}</Button>
      </>
    )
  }
  return (
    <>
      <p className="y-second">
        {words.bound(dates.day(factor.since))}
        {words.left(factor.recoveryCodesLeft)}
      </p>
      {factorDemanded && <p className="y-second">{words.keepsDemanded}</p>}
      <Button onPress={() => onDo('renew')}>{words.renew}</Button>
      {!factorDemanded && <Button onPress={() => onDo('remove')}>{words.remove}</Button>}
    </>
  )
}

type Step = { onDone: (codes?: readonly string[]) => void }

function Bind({ onDone }: Step) {
  const { factor: words } = useMessages(ownAccountWords)
  const offering = useAction(offerFactor)
  const confirming = useAction(confirmFactor)
  const [offer, setOffer] = useState<Offer>()
  async function confirm(code: string): Promise<void> {
    const answer = await confirming.run({ body: { code } })
    if (answer) onDone(answer.recoveryCodes)
  }
  async function ask(password: string): Promise<void> {
    setOffer(await offering.run({ body: { password } }))
  }
  if (!offer) return <AskPassword action={offering} onPassword={(password) => void ask(password)} />
  return (
    <>
      <p className="y-second">{words.how}</p>
      <ProblemBox problem={confirming.problem} />
      <BindFactor offer={offer} busy={confirming.busy} onCode={(code) => void confirm(code)} />
    </>
  )
}

function AskPassword(props: {
  action: Pick<ReturnType<typeof useAction>, 'busy' | 'problem'>
  onPassword: (password: string) => void
}) {
  const { factor: words, password: passwordWords } = useMessages(ownAccountWords)
  const [password, setPassword] = useState('')
  return (
    <form
      className="y-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (password) props.onPassword(password)
      }}
    >
      <p className="y-second">{words.askPassword}</p>
      <ProblemBox problem={props.action.problem} />
      <TextField
        label={passwordWords.current}
        name="password"
        type="password"
        autoComplete="current-password"
        maxLength={200}
        value={password}
        onChange={setPassword}
      />
      <Button kind="primary" wide submit busy={props.action.busy}>
        {words.next}
      </Button>
    </form>
  )
}

function Renew({ onDone }: Step) {
  const { factor: words } = useMessages(ownAccountWords)
  const entering = useMessages(enteringWords)
  const action = useAction(renewRecoveryCodes)
  async function renew(code: string): Promise<void> {
    const answer = await action.run({ body: { code } })
    if (answer) onDone(answer.recoveryCodes)
  }
  return (
    <>
      <p className="y-second">{words.renewHow}</p>
      <ProblemBox problem={action.problem} />
      <CodeForm
        label={entering.code}
        save={words.renew}
        busy={action.busy}
        onCode={(code) => void renew(code)}
      />
    </>
  )
}

function Remove({ onDone }: Step) {
  const { factor: words } = useMessages(ownAccountWords)
  const entering = useMessages(enteringWords)
  const action = useAction(removeFactor)
  async function remove(code: string): Promise<void> {
    if (await action.run({ body: { code } })) onDone()
  }
  return (
    <>
      <p className="y-second">{words.removeHow}</p>
      <ProblemBox problem={action.problem} />
      <CodeForm
        label={entering.code}
        save={words.remove}
        busy={action.busy}
        onCode={(code) => void remove(code)}
      />
    </>
  )
}
