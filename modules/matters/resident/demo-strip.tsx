import { ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useAction } from '#kernel/web/use-action.ts'
import { useRoute } from '#kernel/web/use-route.ts'
import { listDemoPeople, roleWords, signIn } from '#modules/people/web/door.ts'
import { messages } from './home.messages.ts'
import './demo-strip.css'

/** In a demonstration: step into another person's place with one tap. Elsewhere there is nobody to offer. */
export function DemoStrip() {
  const words = useMessages(messages)
  const language = useLanguage()
  const people = useRoute(listDemoPeople, {}).data?.items ?? []
  const { run, busy, problem } = useAction(signIn)
  if (people.length === 0) return null

  async function enter({ login, password, app }: (typeof people)[number]) {
    if (await run({ body: { login, password } })) location.assign(app === 'staff' ? '/staff' : '/work')
  }

  return (
    <aside className="m-demo y-no-print" aria-label={words.demo}>
      <p className="m-demo__title">{words.demo}</p>
      <div className="m-demo__row">
        <span className="m-demo__one" aria-current="true">
          {words.resident}
        </span>
        {people.map((person) => {
          const role = roleWords[language][person.role]
          return (
            <button
              key={person.login}
              type="button"
              className="m-demo__one"
              disabled={busy}
              onClick={() => void enter(person)}
            >
              {role} {person.name}
              <span className="y-unseen">{person.areaName}</span>
            </button>
          )
        })}
      </div>
      <ProblemBox problem={problem} />
    </aside>
  )
}
