import { useEffect, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { setOutboxOwner } from '#kernel/web/outbox.ts'
import { useOutbox } from '#kernel/web/use-outbox.ts'
import { useSession, useSignInCheck } from '../web/use-session.ts'

/** What only a signed-in person sees; others are taken to the sign-in page and afterwards back to where they were. */
export function SignedIn({ children }: { children: ReactNode }) {
  const session = useSession()
  const { items } = useOutbox()
  const [path, navigate] = useLocation()
  const accountId = session.data?.accountId
  const signedOut = session.problem?.status === 401

  useEffect(() => {
    if (signedOut) navigate(`/work/sign-in?to=${encodeURIComponent(path)}`, { replace: true })
  }, [signedOut, path, navigate])
  useEffect(() => {
    if (accountId) setOutboxOwner(accountId)
  }, [accountId])
  useSignInCheck(items.find((item) => item.lastProblem?.status === 401)?.lastProblem)

  if (signedOut) return null
  if (accountId === undefined) {
    return (
      <Page title="">
        <Loaded from={session}>{() => null}</Loaded>
      </Page>
    )
  }
  return children
}
