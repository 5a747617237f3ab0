import { Link } from '@tanstack/react-router'
import { useMessages } from '#kernel/web/messages.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { Session } from '#modules/people/contract.ts'
import { listDemoPeople, roleWords } from '#modules/people/web/door.ts'
import { messages } from './shell.messages.ts'
import { useSwitch } from './use-switch.ts'

/** In a demonstration: who one is now, and one tap to become somebody else. */
export function DemoStrip({ name, posts }: Pick<Session, 'name' | 'posts'>) {
  const words = useMessages(messages)
  const roles = useMessages(roleWords)
  const people = useStaffRoute(listDemoPeople, {}).data?.items ?? []
  const { become, busy, problem } = useSwitch()
  if (people.length === 0) return null
  const [post] = posts
  const who = post ? `${name}（${words.post(post.areaName, roles[post.role])}）` : name
  return (
    <aside className="s-demo" aria-label={words.demo}>
      <strong>{words.demo}</strong>
      <span className="s-demo-now">{words.demoNow(who)}</span>
      {people
        .filter((person) => person.name !== name)
        .map((person) => (
          <button
            key={person.login}
            type="button"
            disabled={busy}
            title={words.post(person.areaName, roles[person.role])}
            onClick={() => void become(person)}
          >
            {person.name}
            <small>{roles[person.role]}</small>
          </button>
        ))}
      <a href="/">{words.resident}</a>
      <Link to="/notices/demo">{words.messages}</Link>
      {problem && <span role="alert">{problem.message}</span>}
    </aside>
  )
}
