import { Link } from 'wouter'
import { useMessages } from '#kernel/web/messages.ts'
import { messages } from './report.messages.ts'

/** Where else to look: what is public, what is one's own. `area` narrows the public ledger. */
export function ResidentFoot({ area }: { area?: number | undefined }) {
  const words = useMessages(messages)
  const links = [
    [area ? `/public?area=${area}` : '/public', area ? words.ledgerHere : words.ledger],
    ['/mine', words.allMine],
    ['/rights', words.ownData],
    ['/notice', words.notice],
  ] as const
  return (
    <nav className="m-foot y-no-print" aria-label={words.elsewhere}>
      {links.map(([to, word]) => (
        <Link key={to} className="m-link" href={to}>
          {word}
        </Link>
      ))}
    </nav>
  )
}
