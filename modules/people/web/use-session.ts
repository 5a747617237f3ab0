import { useEffect } from 'react'
import { useKeptRoute, type KeptState } from '#kernel/web/use-kept-route.ts'
import { forget } from '#kernel/web/use-route.ts'
import type { Session } from '../contract.ts'
import { readSession } from './routes.generated.ts'

/** Who is signed in; without a connection who was, when this phone last asked. */
export function useSession(): KeptState<Session> {
  return useKeptRoute(readSession, {})
}

/** Looks again who is signed in when a call was refused for want of a session. */
export function useSignInCheck(problem: { readonly status: number } | undefined): void {
  const signedOut = problem?.status === 401
  useEffect(() => {
    if (signedOut) forget('/session')
  }, [signedOut])
}

/** Whether one of the posts held today gives a permission. */
export function mayDo(session: Session | undefined, permission: string): boolean {
  return session?.posts.some((post) => post.permissions.includes(permission)) ?? false
}
