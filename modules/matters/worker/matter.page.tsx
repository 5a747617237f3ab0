import { useState } from 'react'
import { useParams } from 'wouter'
import { Button, ButtonLink } from '#kernel/ui/button/button.tsx'
import { Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { Notice, ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { Sheet } from '#kernel/ui/sheet/sheet.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useKeptRoute } from '#kernel/web/use-kept-route.ts'
import { useSession, useSignInCheck } from '#modules/people/web/door.ts'
import type { Action, MatterDetail } from '../contract.ts'
import { readMatter } from '../web/routes.generated.ts'
import { History, PendingNotes, Reports, Standing } from './matter-parts.tsx'
import { messages } from './matter.messages.ts'
import { useAccept } from './use-accept.ts'
import { placeLine } from './place-line.ts'
import { actionsWith, usePending } from './use-pending.ts'
import { useLookAgain } from './use-today-list.ts'
import './matter.css'

/** What is done seldom, behind one button. */
const SELDOM = [
  ['hand_up', 'hand-up', 'handUp'],
  ['assign', 'give', 'give'],
  ['transfer', 'transfer', 'transfer'],
  ['return', 'return', 'return'],
] as const

function More({ page, allowed }: { page: string; allowed: readonly Action[] }) {
  const words = useMessages(messages)
  const [open, setOpen] = useState(false)
  const offered = SELDOM.filter(([action]) => allowed.includes(action))
  const [only] = offered
  if (!only) return null
  if (offered.length === 1) return <ButtonLink to={`${page}/${only[1]}`}>{words.only[only[2]]}</ButtonLink>
  return (
    <>
      <Button onPress={() => setOpen(true)}>{words.more}</Button>
      <Sheet title={words.more} open={open} onClose={() => setOpen(false)}>
        {offered.map(([action, path, word]) => (
          <ButtonLink key={action} to={`${page}/${path}`} wide>
            {words[word]}
          </ButtonLink>
        ))}
      </Sheet>
    </>
  )
}

function Accept({ detail }: { detail: MatterDetail }) {
  const words = useMessages(messages)
  const { accept, busy, problem } = useAccept(detail.matter)
  return (
    <>
      <ProblemBox problem={problem} />
      <Button kind="primary" wide busy={busy} onPress={accept}>
        {words.accept}
      </Button>
    </>
  )
}

/** Within reach of the thumb, whatever part of the page is on screen. */
function Acts({ detail, allowed }: { detail: MatterDetail; allowed: readonly Action[] }) {
  const words = useMessages(messages)
  const page = `/work/m/${detail.matter.id}`
  const may = (action: Action) => allowed.includes(action)
  const seldom = SELDOM.some(([action]) => may(action))
  if (!may('accept') && !may('note') && !may('answer') && !seldom) return null
  return (
    <>
      <div className="mt-acts-room" />
      <div className="mt-acts y-no-print">
        <div className="mt-acts__row">
          <More page={page} allowed={allowed} />
          {may('accept') && <Accept detail={detail} />}
          {!may('accept') && may('note') && <ButtonLink to={`${page}/note`}>{words.note}</ButtonLink>}
          {!may('accept') && may('answer') && (
            <ButtonLink to={`${page}/answer`} kind="primary">
              {words.answer}
            </ButtonLink>
          )}
        </div>
      </div>
    </>
  )
}

function Whole({ detail }: { detail: MatterDetail }) {
  const session = useSession()
  const pending = usePending(detail.matter.id)
  return (
    <>
      <Standing detail={detail} accountId={session.data?.accountId} />
      <PendingNotes pending={pending} />
      <Reports detail={detail} />
      <History detail={detail} />
      <Acts detail={detail} allowed={actionsWith(detail.actions, pending)} />
    </>
  )
}

export function MatterPage() {
  const { id } = useParams<{ id: string }>()
  const words = useMessages(messages)
  const dates = useDates()
  const language = useLanguage()
  const state = useKeptRoute(readMatter, { params: { matterId: id } })
  useSignInCheck(state.problem)
  useLookAgain(state.reload)
  const matter = state.data?.matter
  return (
    <Page
      title={matter?.subject[language] ?? words.title}
      place={matter && placeLine(matter.placeNames, [])}
      back="/work"
      withBar
    >
      {state.offline && state.at !== undefined && (
        <Notice kind="warn">
          <p>{words.offline(dates.moment(state.at))}</p>
        </Notice>
      )}
      <Loaded from={state} lines={8}>
        {(detail) => <Whole detail={detail} />}
      </Loaded>
    </Page>
  )
}
