import { Link, useRoute as useMatch } from 'wouter'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-paths.ts'
import './bottom-bar.css'

export type BarLink = {
  readonly to: string
  readonly label: string
  readonly icon: IconName
  /** Shown when above 0, with its meaning for those who hear it. */
  readonly count?: { readonly number: number; readonly meaning: string }
}

function BarItem({ to, label, icon, count }: BarLink) {
  const [here] = useMatch(to)
  return (
    <Link className="y-bar__link" href={to} aria-current={here ? 'page' : undefined}>
      <Icon name={icon} />
      {label}
      {count && count.number > 0 && (
        <span className="y-bar__count">
          <span aria-hidden>{count.number}</span>
          <span className="y-unseen">{count.meaning}</span>
        </span>
      )}
    </Link>
  )
}

export function BottomBar({ label, links }: { label: string; links: readonly BarLink[] }) {
  return (
    <nav className="y-bar y-no-print" aria-label={label}>
      <div className="y-bar__row">
        {links.map((link) => (
          <BarItem key={link.to} {...link} />
        ))}
      </div>
    </nav>
  )
}
