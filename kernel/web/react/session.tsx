import { createContext, useContext, type ReactNode } from 'react'

/** Who is signed in, with the posts held today; the shell asks for it and shows no page without it. */
export type SignedIn = {
  readonly accountId: string
  readonly name: string
  readonly districtName: string
  readonly posts: readonly {
    readonly id: string
    readonly role: string
    readonly areaId: number
    readonly areaKind: string
    readonly areaName: string
    readonly permissions: readonly string[]
  }[]
}

const SessionContext = createContext<SignedIn | undefined>(undefined)

export const SessionProvider = SessionContext.Provider

export function useSession(): SignedIn {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession is for pages inside the shell')
  return session
}

export const holds = (session: SignedIn, permission: string): boolean =>
  session.posts.some((post) => post.permissions.includes(permission))

/** Whether any post of the person gives the permission. What is shown by it the server checks again. */
export const useMay = (permission: string): boolean => holds(useSession(), permission)

export function Can({ permission, children }: { permission: string; children: ReactNode }) {
  return useMay(permission) ? children : null
}
