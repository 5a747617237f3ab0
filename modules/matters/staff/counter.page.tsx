import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Can } from '#kernel/web/react/session.tsx'
import { CounterLookup } from './counter-lookup.tsx'
import { messages } from './counter.messages.ts'
import { TakeReportForm } from './take-report-form.tsx'
import type { Taken } from './taken.ts'
import { TakenSlip } from './taken-slip.tsx'
import { useOpenMatter } from './use-open-matter.ts'

/** The clerk's counter: taking down what somebody says, and looking up what somebody asks about. */
export function CounterPage() {
  const words = useMessages(messages)
  const [taken, setTaken] = useState<Taken>()
  const open = useOpenMatter()
  return (
    <div className="ct-page">
      <h1>{words.title}</h1>
      <div className="ct">
        <section aria-label={words.take}>
          <h2>{words.take}</h2>
          {taken ? (
            <TakenSlip
              taken={taken}
              onOpen={() => open(taken.matter.id)}
              onAnother={() => setTaken(undefined)}
            />
          ) : (
            <TakeReportForm onTaken={setTaken} />
          )}
        </section>
        <Can permission="matters.contact">
          <CounterLookup onOpen={open} />
        </Can>
      </div>
    </div>
  )
}
