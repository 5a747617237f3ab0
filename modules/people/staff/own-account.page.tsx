import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { ownAccountWords } from '../web/own-account.messages.ts'
import { readOwnAccount } from '../web/routes.generated.ts'
import { FactorSection } from './factor-section.tsx'
import './own-account.css'
import { PasswordSection } from './password-section.tsx'
import { SessionsSection } from './sessions-section.tsx'

/** Password, second factor, and where one is signed in. */
export function OwnAccountPage() {
  const words = useMessages(ownAccountWords)
  const account = useStaffRoute(readOwnAccount, {})
  return (
    <div className="oa">
      <h1>{words.title}</h1>
      <ProblemNote problem={account.error} again={() => void account.refetch()} />
      {account.data && (
        <>
          <p className="oa-second">
            {account.data.name} · {words.login(account.data.login)}
          </p>
          <PasswordSection account={account.data} />
          <FactorSection account={account.data} />
        </>
      )}
      <SessionsSection />
    </div>
  )
}
