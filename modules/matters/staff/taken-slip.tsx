import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useAction } from '#kernel/web/use-action.ts'
import type { Slip } from '../contract.ts'
import { makeSlip } from '../web/routes.generated.ts'
import { PrintSlip } from './paper-slip.tsx'
import { messages } from './take-report.messages.ts'
import type { Taken } from './taken.ts'
import './taken-slip.css'

type Props = { readonly taken: Taken; readonly onOpen: () => void; readonly onAnother: () => void }

/** Number and query code to tell the person, and the same on paper. */
export function TakenSlip({ taken, onOpen, onAnother }: Props) {
  const words = useMessages(messages)
  const dates = useDates()
  const { matter, code } = taken
  const { slip, problem, again } = useSlip(taken)
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
      <ProblemNote problem={problem} again={again} />
      <div className="m-send">
        {slip && <PrintSlip slip={slip} isMain />}
        <Button onClick={onOpen}>{words.open}</Button>
        <Button onClick={onAnother}>{words.another}</Button>
      </div>
    </div>
  )
}

function useSlip({ matter, reportId }: Taken) {
  const [slip, setSlip] = useState<Slip>()
  const action = useAction(makeSlip)
  const { run } = action
  const [ask] = useState(
    () => () => run({ params: { matterId: matter.id, reportId }, body: {} }).then(setSlip),
  )
  useEffect(() => {
    void ask()
  }, [ask])
  return { slip, problem: action.problem, again: () => void ask() }
}
