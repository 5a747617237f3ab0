import { App, Button } from 'antd'
import { useState } from 'react'
import { formatDay } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { Can } from '#kernel/web/react/session.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Organisation, Tie } from '../contract.ts'
import { endTie, listTies } from '../web/routes.generated.ts'
import { AddTie } from './add-tie.tsx'
import { WithReason } from './end-organisation.tsx'
import { messages } from './organisations.messages.ts'

/** What an organisation covers, sits in and is recognised as, the present first. */
export function Ties({ organisation, mayEdit }: { organisation: Organisation; mayEdit: boolean }) {
  const { ties: words } = useMessages(messages)
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Tie>()
  const found = useStaffRoute(listTies, { params: { organisationId: organisation.id } })
  const items = found.data?.items ?? []
  return (
    <section className="g-tied" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ProblemNote problem={found.error} again={() => void found.refetch()} />
      {found.data && items.length === 0 && <p className="g-hint">{words.none}</p>}
      <ul className="g-ties">
        {items.map((tie) => (
          <TieLine
            key={tie.id}
            tie={tie}
            onEnd={mayEdit && !tie.validTo ? () => setEnding(tie) : undefined}
          />
        ))}
      </ul>
      {mayEdit && (
        <Can permission="organisations.edit">
          {isAdding ? (
            <AddTie organisation={organisation} onClose={() => setAdding(false)} />
          ) : (
            <Button onClick={() => setAdding(true)}>{words.add}</Button>
          )}
        </Can>
      )}
      {ending && (
        <EndTie organisationId={organisation.id} tie={ending} onClose={() => setEnding(undefined)} />
      )}
    </section>
  )
}

function TieLine({ tie, onEnd }: { tie: Tie; onEnd: (() => void) | undefined }) {
  const words = useMessages(messages)
  const language = useLanguage()
  const { kind, areaName, note, validFrom, validTo, endNote } = tie
  const day = (each: string): string => formatDay(each, language)
  const term = validTo
    ? words.detail.period(day(validFrom), day(validTo))
    : words.detail.since(day(validFrom))
  return (
    <li className={validTo ? 'is-over' : undefined}>
      <div>
        {[words.ties.kinds[kind], areaName].filter(Boolean).join(' · ')}
        <div className="g-hint">{[term, note, endNote].filter(Boolean).join(' · ')}</div>
      </div>
      {onEnd && (
        <Can permission="organisations.edit">
          <Button size="small" danger onClick={onEnd}>
            {words.ties.end}
          </Button>
        </Can>
      )}
    </li>
  )
}

function EndTie({ organisationId, tie, onClose }: { organisationId: string; tie: Tie; onClose: () => void }) {
  const { ties: words } = useMessages(messages)
  const { message } = App.useApp()
  const ending = useStaffAction(endTie, { invalidates: ['/organisations'] })
  async function end(reason: string): Promise<void> {
    if (!(await ending.run({ params: { organisationId, tieId: tie.id }, query: { reason } }))) return
    void message.success(words.ended)
    onClose()
  }
  return (
    <WithReason
      title={words.endTitle([words.kinds[tie.kind], tie.areaName].filter(Boolean).join(' · '))}
      effects={[]}
      label={words.endReason}
      confirm={words.end}
      action={ending}
      onConfirm={(reason) => void end(reason)}
      onClose={onClose}
    />
  )
}
