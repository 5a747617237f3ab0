import { Button } from 'antd'
import { createPortal } from 'react-dom'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { messages } from './take-report.messages.ts'
import type { Taken } from './taken.ts'
import './taken-slip.css'

type Props = { readonly taken: Taken; readonly onOpen: () => void; readonly onAnother: () => void }

/** Number and query code to tell the person, and the same on paper. */
export function TakenSlip({ taken, onOpen, onAnother }: Props) {
  const words = useMessages(messages)
  const dates = useDates()
  const { matter, code } = taken
  return (
    <div className="m-taken">
      <dl role="status">
        <dt>{words.number}</dt>
        <dd className="m-large">{matter.number}</dd>
        <dt>{words.code}</dt>
        <dd className="m-large">{code}</dd>
        <dt>{words.due}</dt>
        <dd>{dates.due(matter.dueAt)}</dd>
      </dl>
      <p className="m-second">{words.codeHint}</p>
      <div className="m-send">
        <Button type="primary" icon={<Icon name="print" size={1} />} onClick={() => window.print()}>
          {words.print}
        </Button>
        <Button onClick={onOpen}>{words.open}</Button>
        <Button onClick={onAnother}>{words.another}</Button>
      </div>
      {createPortal(<PaperSlip taken={taken} />, document.body)}
    </div>
  )
}

/** Only on paper; everything else is left out when printing. */
function PaperSlip({ taken: { matter, code } }: { taken: Taken }) {
  const words = useMessages(messages)
  const language = useLanguage()
  const dates = useDates()
  return (
    <div className="m-paper" aria-hidden="true">
      <h1>{words.slipTitle}</h1>
      <p>{matter.placeNames.join(' ')}</p>
      <p>
        {matter.subject[language]}：{matter.words}
      </p>
      <p>
        {words.number} <b>{matter.number}</b>
      </p>
      <p>
        {words.code} <b>{code}</b>
      </p>
      <p>{words.slipDue(dates.due(matter.dueAt))}</p>
      <p>{words.slipWhere(location.host)}</p>
      <p>{dates.whole(matter.receivedAt)}</p>
    </div>
  )
}
