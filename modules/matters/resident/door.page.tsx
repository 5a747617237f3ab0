import { useEffect, useState } from 'react'
import { useParams } from 'wouter'
import { useKeptRoute } from '#kernel/web/use-kept-route.ts'
import { openDoor } from '../web/routes.generated.ts'
import { isAgainAt, markForm, rememberDoor } from './known-doors.ts'
import { PlaceHome } from './place-home.tsx'
import { ReportAt } from './report-page.tsx'
import { UnknownDoor } from './unknown-door.tsx'

function Door({ token }: { token: string }) {
  const page = useKeptRoute(openDoor, { params: { token } })
  const [isAgain] = useState(() => isAgainAt(token))
  const isThere = page.data !== undefined
  useEffect(() => {
    if (isThere) rememberDoor(token)
  }, [isThere, token])
  useEffect(() => {
    if (!isAgain) markForm()
  }, [isAgain])
  if (page.problem?.status === 404) return <UnknownDoor />
  return isAgain ? <PlaceHome from={page} token={token} /> : <ReportAt from={page} where={{ door: token }} />
}

/** What the code on a door opens: the first time the form at once, from then on the home of the place. */
export function DoorPage() {
  const { token } = useParams<{ token: string }>()
  return <Door key={token} token={token} />
}

function DoorReport({ token }: { token: string }) {
  const page = useKeptRoute(openDoor, { params: { token } })
  if (page.problem?.status === 404) return <UnknownDoor />
  return <ReportAt from={page} where={{ door: token }} back={`/d/${encodeURIComponent(token)}`} />
}

/** The form, one tap from the home of the place. */
export function DoorReportPage() {
  const { token } = useParams<{ token: string }>()
  return <DoorReport key={token} token={token} />
}
