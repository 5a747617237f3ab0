import { useEffect } from 'react'
import { Link } from 'wouter'
import { useMessages } from '#kernel/web/messages.ts'
import { nameSite } from '#kernel/web/site-name.ts'
import { useKeptRoute } from '#kernel/web/use-kept-route.ts'
import { readOffice } from '#modules/office/web/phone-door.ts'
import { messages } from './report.messages.ts'

/** Where else to look: what is public, what is one's own; and who runs this. `area` narrows the public ledger. */
export function ResidentFoot({ area }: { area?: number | undefined }) {
  const words = useMessages(messages)
  const links = [
    [area ? `/public?area=${area}` : '/public', area ? words.ledgerHere : words.ledger],
    ['/mine', words.allMine],
    ['/rights', words.ownData],
    ['/notice', words.notice],
  ] as const
  return (
    <>
      <nav className="m-foot y-no-print" aria-label={words.elsewhere}>
        {links.map(([to, word]) => (
          <Link key={to} className="m-link" href={to}>
            {word}
          </Link>
        ))}
      </nav>
      <OfficeLine />
    </>
  )
}

/** Who runs this, with the lines to call. */
function OfficeLine() {
  const { data } = useKeptRoute(readOffice, {})
  const name = data?.name ?? ''
  useEffect(() => nameSite(name), [name])
  if (!data) return null
  return (
    <footer className="m-office">
      <p>
        {data.sign && <img src={data.sign.url} alt="" width={32} height={32} />}
        <strong>{data.name}</strong>
      </p>
      {data.lines.map(({ label, phone }) => (
        <p key={phone}>
          {label}{' '}
          <a className="m-link" href={`tel:${phone.replaceAll(/[^0-9+]/g, '')}`}>
            {phone}
          </a>
        </p>
      ))}
    </footer>
  )
}
