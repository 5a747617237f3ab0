import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '#kernel/ui/button/button.tsx'
import { TextField } from '#kernel/ui/field/field.tsx'
import { Empty, Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { Notice } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type * as contract from '../contract.ts'
import { readOwnData } from '../web/routes.generated.ts'
import { CorrectSheet } from './correct-sheet.tsx'
import { EraseSheet } from './erase-sheet.tsx'
import { KeptReportCard } from './kept-report.tsx'
import { useKeptReceipts } from './kept-receipts.ts'
import { OwnCopy } from './own-copy.tsx'
import { messages } from './own-data.messages.ts'
import { useOwnPass } from './own-pass.ts'
import { PhoneGate } from './phone-gate.tsx'
import { usePosted } from './use-posted.ts'
import './parts.css'
import './rights.css'

type OwnData = ReturnsOf<typeof contract.readOwnData>
type Sheet = 'correct' | 'erase' | contract.KeptReport

function CodeEntry({ onCode }: { onCode: (code: string) => void }) {
  const words = useMessages(messages)
  const [code, setCode] = useState('')
  return (
    <form
      className="y-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const clean = code.replace(/[^0-9a-zA-Z]/g, '')
        if (clean.length >= 4) onCode(clean)
        else event.currentTarget.querySelector('input')?.focus()
      }}
    >
      <TextField label={words.code} autoComplete="off" maxLength={30} value={code} onChange={setCode} />
      <Button wide submit>
        {words.openMine}
      </Button>
    </form>
  )
}

/** By the number or by a code: either shows that it is one's own. */
function Gate({ onCode }: { onCode: (code: string) => void }) {
  const words = useMessages(messages)
  return (
    <>
      <section className="m-section" aria-label={words.accessByPhone}>
        <h2>{words.accessByPhone}</h2>
        <PhoneGate />
      </section>
      <section className="m-section" aria-label={words.accessByCode}>
        <h2>{words.accessByCode}</h2>
        <CodeEntry onCode={onCode} />
      </section>
    </>
  )
}

function Requests({ requests }: { requests: OwnData['requests'] }) {
  const words = useMessages(messages)
  const dates = useDates()
  if (requests.length === 0) return null
  return (
    <section className="m-section" aria-label={words.requests}>
      <h2>{words.requests}</h2>
      <ul className="m-rows">
        {requests.map(({ number, kind, at, numbers }) => (
          <li key={number} className="m-row">
            <p>{words.requestLine(words.kinds[kind], numbers.length)}</p>
            <p className="y-second">
              {number} · {dates.moment(at)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

type DoneProps = {
  data: OwnData
  access: contract.Access
  onDone: (request: contract.DataRequest) => void
}

function Kept({ data, access, onDone }: DoneProps) {
  const words = useMessages(messages)
  const [sheet, setSheet] = useState<Sheet>()
  const { items } = data
  const one = typeof sheet === 'object' ? sheet : undefined
  const finish = (request: contract.DataRequest) => {
    setSheet(undefined)
    onDone(request)
  }
  const rest = { onClose: () => setSheet(undefined), onDone: finish }
  return (
    <>
      <section className="m-section" aria-label={words.keptTitle}>
        <h2>{words.keptTitle}</h2>
        {items.map((kept) => (
          <KeptReportCard key={kept.code} kept={kept} onErase={setSheet} />
        ))}
        <p className="y-second">{words.expiry(data.contactMonths)}</p>
      </section>
      {items.some((kept) => !kept.erasedAt) && (
        <div className="m-moves y-no-print">
          <Button icon="text" wide onPress={() => setSheet('correct')}>
            {words.correct}
          </Button>
          <Button kind="danger" wide onPress={() => setSheet('erase')}>
            {words.eraseAll}
          </Button>
        </div>
      )}
      <OwnCopy access={access} onDone={onDone} />
      {sheet === 'correct' && <CorrectSheet access={access} about={items} {...rest} />}
      {sheet === 'erase' && <EraseSheet access={access} about={items} {...rest} />}
      {one && <EraseSheet access={{ codes: [one.code] }} about={[one]} {...rest} />}
    </>
  )
}

/** Everything one left here: to see, to correct, to take away, to erase (personal information law, 44 to 50). */
export function RightsPage() {
  const words = useMessages(messages)
  const pass = useOwnPass()
  const receipts = useKeptReceipts()
  const [code, setCode] = useState<string>()
  const [otherwise, setOtherwise] = useState(false)
  const [done, setDone] = useState<contract.DataRequest>()
  const here = otherwise ? [] : receipts.map((receipt) => receipt.code)
  const codes = code ? [code] : here
  const access = pass ? { pass: pass.pass } : codes.length > 0 ? { codes } : undefined
  const own = usePosted(readOwnData, access && { body: access })

  return (
    <Page title={words.rightsTitle} back="/">
      <p>{words.intro}</p>
      {done && <Notice kind="good">{words.done(words.kinds[done.kind], done.number)}</Notice>}
      {!access && <Gate onCode={setCode} />}
      {access && (
        <Loaded from={own} lines={6}>
          {(data) => (
            <>
              {!pass && !code && <p>{words.accessHere(data.items.length)}</p>}
              {data.items.length === 0 && <Empty>{words.nothingKept}</Empty>}
              <Kept
                data={data}
                access={access}
                onDone={(request) => {
                  setDone(request)
                  scrollTo(0, 0)
                  own.reload()
                }}
              />
              <Requests requests={data.requests} />
            </>
          )}
        </Loaded>
      )}
      {access && !pass && (
        <Button
          wide
          onPress={() => {
            setCode(undefined)
            setOtherwise(true)
          }}
        >
          {words.accessMore}
        </Button>
      )}
      <p className="y-second">{words.helpHow}</p>
      <p>
        <Link className="m-link" href="/notice">
          {words.notice}
        </Link>
      </p>
    </Page>
  )
}
