import { useEffect, useState } from 'react'
import { useParams } from 'wouter'
import { Button, ButtonLink } from '#kernel/ui/button/button.tsx'
import { Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { Notice } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useRoute } from '#kernel/web/use-route.ts'
import type { Proof } from '../contract.ts'
import { readProof } from '../web/routes.generated.ts'
import { checkInBrowser, type Checked } from './check-in-browser.ts'
import { messages } from './proof.messages.ts'
import './proof.css'

function Step({ holds, text }: { holds: boolean | undefined; text: string }) {
  const words = useMessages(messages)
  const kind = holds === undefined ? 'open' : holds ? 'good' : 'bad'
  return (
    <li className={`t-step is-${kind}`}>
      <strong className="t-step__mark">{words.marks[kind]}</strong>
      <span>{text}</span>
    </li>
  )
}

function Steps({ proof, checked }: { proof: Proof; checked: Checked }) {
  const words = useMessages(messages)
  const dates = useDates()
  const { report, event, path, head } = checked
  const wrong = [report, event, path, head].includes(false)
  return (
    <>
      <Notice kind={wrong ? 'problem' : 'good'}>
        <p>{wrong ? words.broken : words.holds}</p>
      </Notice>
      <ol className="t-steps">
        <Step holds={report} text={report === undefined ? words.erased : words.steps.report} />
        <Step holds={event} text={words.steps.event} />
        <Step holds={path} text={words.steps.path(proof.leaf + 1, proof.head.size)} />
        <Step
          holds={head}
          text={head === undefined ? words.unsigned : words.steps.head(dates.moment(proof.head.publishedAt))}
        />
      </ol>
    </>
  )
}

function useChecked(proof: Proof): Checked | undefined {
  const [checked, setChecked] = useState<Checked>()
  useEffect(() => {
    let stays = true
    void checkInBrowser(proof).then((found) => stays && setChecked(found))
    return () => {
      stays = false
    }
  }, [proof])
  return checked
}

function save(proof: Proof): void {
  const file = new Blob([JSON.stringify(proof, null, 2)], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `yige-proof-${proof.report.fingerprint.slice(0, 12)}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}

function Content({ proof }: { proof: Proof }) {
  const words = useMessages(messages)
  const checked = useChecked(proof)
  return (
    <>
      {checked ? <Steps proof={proof} checked={checked} /> : <p role="status">{words.checking}</p>}
      <p className="y-second">
        {words.fingerprint} <span className="t-print">{proof.report.fingerprint}</span>
      </p>
      <div className="y-stack y-no-print">
        <Button kind="primary" wide onPress={() => save(proof)}>
          {words.download}
        </Button>
        <a className="t-checker" href="/verify-proof.html" download="yige-verify-proof.html">
          {words.checker}
        </a>
        <p className="y-second">{words.keep}</p>
      </div>
    </>
  )
}

/** The phone itself checks that a report stands in the published log. */
export function ProofPage() {
  const words = useMessages(messages)
  const { code } = useParams<{ code: string }>()
  const proof = useRoute(readProof, { params: { code } })
  const receipt = `/r/${encodeURIComponent(code)}`
  return (
    <Page title={words.title} back={receipt}>
      <p>{words.what}</p>
      <Loaded from={proof} lines={5}>
        {(loaded) => <Content proof={loaded} />}
      </Loaded>
      <ButtonLink to="/log" kind="quiet">
        {words.log}
      </ButtonLink>
    </Page>
  )
}
