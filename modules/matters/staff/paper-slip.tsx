import { Button, Select } from 'antd'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { readStored, useLanguage, writeStored } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { Slip } from '../contract.ts'
import { personName } from '../web/person-name.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { messages } from './take-report.messages.ts'
import './taken-slip.css'

type Paper = 'roll' | 'a5'
const storedAs = 'yige.slip-paper'
// A printer of receipts cuts where the text ends; the length is only the most it may be.
const pages: Record<Paper, string> = {
  roll: '@page { size: 80mm 200mm; margin: 4mm }',
  a5: '@page { size: A5; margin: 12mm }',
}

/** Prints a slip, on the paper this counter has; while it is shown nothing else of the page is printed. */
export function PrintSlip({ slip, isMain = false }: { slip: Slip; isMain?: boolean }) {
  const words = useMessages(messages)
  const [paper, setPaper] = useState<Paper>(() => (readStored(storedAs) === 'a5' ? 'a5' : 'roll'))
  const choose = (chosen: Paper) => {
    writeStored(storedAs, chosen)
    setPaper(chosen)
  }
  return (
    <>
      <Button
        type={isMain ? 'primary' : 'default'}
        icon={<Icon name="print" size={1} />}
        onClick={() => window.print()}
      >
        {words.print}
      </Button>
      <Select
        aria-label={words.paper}
        value={paper}
        onChange={choose}
        options={(['roll', 'a5'] as const).map((value) => ({ value, label: words.papers[value] }))}
        style={{ width: 128 }}
      />
      {createPortal(<PaperSlip slip={slip} paper={paper} />, document.body)}
    </>
  )
}

/** On paper only. What was said and who said it stays off it: a slip gets lost. */
function PaperSlip({ slip, paper }: { slip: Slip; paper: Paper }) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const language = useLanguage()
  const dates = useDates()
  const { promise, handler, holderName } = slip
  return (
    <section className={`m-paper is-${paper}`} aria-label={words.slipTitle}>
      <style>{pages[paper]}</style>
      <header>
        <p>{slip.districtName}</p>
        <h1>{words.slipTitle}</h1>
      </header>
      <p className="m-paper-large">
        <span>{words.number}</span>
        <b>{slip.number}</b>
      </p>
      <p className="m-paper-large">
        <span>{words.code}</span>
        <b>{slip.code.replace(/(.{5})(?=.)/, '$1 ')}</b>
      </p>
      <img alt="" src={`data:image/svg+xml;utf8,${encodeURIComponent(slip.svg)}`} />
      <dl>
        <Line name={words.slipSubject}>{slip.subject[language]}</Line>
        <Line name={words.slipPlace}>{slip.placeNames.slice(-3).join(' ')}</Line>
        <Line name={words.holder}>{handler ? personName(handler, language) : holderName}</Line>
        <Line name={words.slipPromise}>
          <strong>{words.slipDue(dates.due(promise.dueAt))}</strong>
          <br />
          {words.rule(promise.source, known.limit[promise.unit](promise.amount))}
        </Line>
        <Line name={words.slipReceived}>{dates.whole(slip.receivedAt)}</Line>
        {slip.phones.length > 0 && (
          <Line name={words.slipCall}>
            {slip.phones.slice(0, 2).map((contact) => (
              <span key={contact.workPhone}>
                <strong>{contact.workPhone}</strong> {personName(contact, language)}
                <br />
              </span>
            ))}
          </Line>
        )}
        {slip.lines.map(({ label, phone }) => (
          <Line key={phone} name={label}>
            <strong>{phone}</strong>
          </Line>
        ))}
      </dl>
      <p>{words.slipWhere(new URL(slip.url).host)}</p>
    </section>
  )
}

const Line = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
