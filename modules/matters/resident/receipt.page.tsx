import { Link, useParams } from 'wouter'
import { ButtonLink } from '#kernel/ui/button/button.tsx'
import { Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import type { Problem } from '#kernel/web/problem.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useRoute } from '#kernel/web/use-route.ts'
import type { Receipt } from '../contract.ts'
import { readReceipt } from '../web/routes.generated.ts'
import { CodeForm } from './code-form.tsx'
import { placeLine } from './place-line.ts'
import { RateReport } from './rate-report.tsx'
import { ReceiptQuestion } from './receipt-question.tsx'
import { ReceiptMoves } from './receipt-moves.tsx'
import { ReceiptAnswer, ReceiptProgress, ReportedFacts } from './receipt-progress.tsx'
import { Proof, ReceiptSlip } from './receipt-slip.tsx'
import { messages } from './receipt.messages.ts'
import './parts.css'
import './receipt.css'

function Content({ receipt }: { receipt: Receipt }) {
  const words = useMessages(messages)
  return (
    <>
      <ReceiptQuestion receipt={receipt} />
      <ReceiptSlip receipt={receipt} />
      <ReceiptAnswer receipt={receipt} />
      <RateReport receipt={receipt} />
      <ReceiptProgress receipt={receipt} />
      <ReportedFacts receipt={receipt} />
      <ReceiptMoves receipt={receipt} />
      <Proof code={receipt.code} fingerprint={receipt.fingerprint} />
      <p className="y-no-print">
        <Link className="m-link" href="/rights">
          {words.ownData}
        </Link>
      </p>
    </>
  )
}

function UnknownReceipt({ problem, code }: { problem: Problem; code: string }) {
  const words = useMessages(messages)
  return (
    <Page title={words.unknownTitle} back="/">
      <ProblemBox problem={problem} />
      <CodeForm first={code} />
      <ButtonLink to="/" kind="quiet" icon="home">
        {words.homePage}
      </ButtonLink>
    </Page>
  )
}

/** The receipt and how it stands, for whoever holds the code. */
export function ReceiptPage() {
  const words = useMessages(messages)
  const { code } = useParams<{ code: string }>()
  const receipt = useRoute(readReceipt, { params: { code } })
  const { data, problem } = receipt
  if (problem && [400, 404].includes(problem.status)) {
    return <UnknownReceipt key={code} problem={problem} code={code} />
  }
  const place = data && placeLine(data.placeNames).near
  return (
    <Page title={data ? words.heading[data.status] : words.waitingTitle} place={place} back="/">
      <Loaded from={receipt} lines={6}>
        {(loaded) => <Content receipt={loaded} />}
      </Loaded>
    </Page>
  )
}
