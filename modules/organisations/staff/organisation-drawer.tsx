import { App, Button, Drawer } from 'antd'
import { useState } from 'react'
import { formatDay } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { Can } from '#kernel/web/react/session.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { Organisation } from '../contract.ts'
import { reopenOrganisation } from '../web/routes.generated.ts'
import { EndOrganisation } from './end-organisation.tsx'
import { ChangeOrganisation } from './organisation-form.tsx'
import { messages } from './organisations.messages.ts'
import { Ties } from './ties.tsx'

type Props = {
  organisation: Organisation
  others: readonly Organisation[]
  isPast: boolean
  onClose: () => void
}

/** One organisation: what it is, what it covers and is recognised as, and what may be done with it. */
export function OrganisationDrawer({ organisation, others, isPast, onClose }: Props) {
  const isOver = organisation.validTo !== undefined
  return (
    <Drawer open title={organisation.name} size={460} onClose={onClose}>
      <Facts organisation={organisation} others={others} />
      {!isPast && (
        <Can permission="organisations.edit">
          {isOver ? (
            <Reopen organisation={organisation} onDone={onClose} />
          ) : (
            <Actions organisation={organisation} onEnded={onClose} />
          )}
        </Can>
      )}
      <Ties organisation={organisation} mayEdit={!isPast && !isOver} />
    </Drawer>
  )
}

function Facts({ organisation, others }: Pick<Props, 'organisation' | 'others'>) {
  const words = useMessages(messages)
  const language = useLanguage()
  const { kind, form, stage, homeAreaName, parentId, creditCode, workPhone, validFrom, validTo } =
    organisation
  const day = (each: string): string => formatDay(each, language)
  const parent = others.find(({ id }) => id === parentId)?.name
  const facts: (readonly [string, string | undefined])[] = [
    [words.kind, words.kinds[kind]],
    [words.form, form && words.forms[form]],
    [words.stage, stage && words.stages[stage]],
    [words.columns.home, homeAreaName],
    [words.columns.parent, parent],
    [words.columns.creditCode, creditCode],
    [words.columns.workPhone, workPhone],
    [
      words.columns.since,
      validTo ? words.detail.period(day(validFrom), day(validTo)) : words.detail.since(day(validFrom)),
    ],
  ]
  return (
    <dl className="g-facts">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

function Actions({ organisation, onEnded }: { organisation: Organisation; onEnded: () => void }) {
  const { detail: words } = useMessages(messages)
  const [doing, setDoing] = useState<'change' | 'end'>()
  const close = (): void => setDoing(undefined)
  return (
    <p className="g-bar">
      <Button onClick={() => setDoing('change')}>{words.change}</Button>
      <Button danger onClick={() => setDoing('end')}>
        {words.end}
      </Button>
      {doing === 'change' && (
        <ChangeOrganisation organisation={organisation} onDone={close} onClose={close} />
      )}
      {doing === 'end' && <EndOrganisation organisation={organisation} onDone={onEnded} onClose={close} />}
    </p>
  )
}

function Reopen({ organisation, onDone }: { organisation: Organisation; onDone: () => void }) {
  const { detail: words } = useMessages(messages)
  const { message } = App.useApp()
  const reopening = useStaffAction(reopenOrganisation, { invalidates: ['/organisations'] })
  async function reopen(): Promise<void> {
    const done = await reopening.run({ params: { organisationId: organisation.id }, body: {} })
    if (!done) return
    void message.success(words.reopened(done.name))
    onDone()
  }
  return (
    <>
      <ProblemNote problem={reopening.problem} />
      <p className="g-bar">
        <Button type="primary" loading={reopening.busy} onClick={() => void reopen()}>
          {words.reopen}
        </Button>
      </p>
    </>
  )
}
