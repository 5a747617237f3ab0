import { Link } from 'wouter'
import { ButtonLink } from '#kernel/ui/button/button.tsx'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { roleWords } from '#modules/people/web/door.ts'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import type { openDoor } from '../contract.ts'
import { messages } from './report.messages.ts'
import './parts.css'

type Contact = ReturnsOf<typeof openDoor>['contacts'][number]

type Props = {
  contacts: readonly Contact[]
  /** The door whose page names all of them; absent where a place has none. */
  token: string | undefined
}

/** The nearest person to ask, and the way to the others. */
export function AskDirectly({ contacts, token }: Props) {
  const words = useMessages(messages)
  const language = useLanguage()
  const nearest = contacts.find((contact) => contact.workPhone) ?? contacts[0]
  if (!nearest) return null
  return (
    <section className="m-section" aria-label={words.whomToAsk}>
      <h2>{words.whomToAsk}</h2>
      <div className="m-ask">
        <p>
          {roleWords[language][nearest.role]} <strong>{nearest.name}</strong>
          <span className="y-second m-ask__where">{nearest.areaName}</span>
        </p>
        {nearest.workPhone && (
          <ButtonLink to={`tel:${nearest.workPhone}`} icon="phone">
            {nearest.workPhone}
          </ButtonLink>
        )}
      </div>
      {token && (
        <p>
          <Link className="m-link" href={`/who/${encodeURIComponent(token)}`}>
            {words.moreContacts}
          </Link>
        </p>
      )}
    </section>
  )
}
