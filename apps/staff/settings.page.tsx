import { Link } from '@tanstack/react-router'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { holds, useSession } from '#kernel/web/react/session.tsx'
import { settingsGroups } from './page.ts'
import { type ListedEntry, settingsEntries } from './settings-entries.ts'
import { messages } from './settings.messages.ts'
import './settings.css'

/** Everything the own posts may set, by group. */
export function SettingsPage() {
  const words = useMessages(messages)
  const session = useSession()
  const own = settingsEntries.filter(({ permission }) => holds(session, permission))
  const groups = settingsGroups
    .map((group) => ({ group, entries: own.filter((entry) => entry.group === group) }))
    .filter(({ entries }) => entries.length > 0)
  return (
    <div className="s-settings">
      <h1>{words.title}</h1>
      <p className="s-second">{words.what}</p>
      <div className="s-settings-groups">
        {groups.map(({ group, entries }) => (
          <section key={group} aria-labelledby={`settings-${group}`}>
            <h2 id={`settings-${group}`}>{words.groups[group]}</h2>
            <ul>
              {entries.map((entry) => (
                <Entry key={entry.key} entry={entry} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}

function Entry({ entry }: { entry: ListedEntry }) {
  const language = useLanguage()
  const { path, tab, about } = entry
  return (
    <li>
      <Link to={path} search={() => (tab ? { tab } : {})}>
        {entry[language]}
      </Link>
      <span>{about[language]}</span>
    </li>
  )
}
