import { useParams } from 'wouter'
import { Button, ButtonLink } from '#kernel/ui/button/button.tsx'
import { Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useRoute } from '#kernel/web/use-route.ts'
import type { Contact } from '../contract.ts'
import { roleWords } from '../web/role-words.messages.ts'
import { listContacts } from '../web/routes.generated.ts'
import { messages } from './who.messages.ts'
import './who.css'

function ContactCard({ contact }: { contact: Contact }) {
  const words = useMessages(messages)
  const language = useLanguage()
  const { name, role, areaName, duty, workPhone } = contact
  return (
    <li className="p-contact">
      <p>
        {roleWords[language][role]} <strong className="p-contact__name">{name}</strong>
      </p>
      <p className="y-second">{areaName}</p>
      {duty && <p className="p-contact__duty">{duty}</p>}
      {workPhone ? (
        <>
          <span className="y-no-print">
            <ButtonLink to={`tel:${workPhone}`} icon="phone" wide>
              {workPhone}
            </ButtonLink>
          </span>
          <p className="p-contact__printed">{workPhone}</p>
        </>
      ) : (
        <p className="y-second">{words.noPhone}</p>
      )}
    </li>
  )
}

/** Quarter, courtyard and building: below the offices, without the grid. */
const homeNames = (names: readonly string[]): string => {
  const near = names.filter((name) => !/([^小]区|县|市|街道|镇|乡|村|居委会|网格)$/.test(name))
  return (near.length > 0 ? near : names.slice(-1)).join(' ')
}

function UnknownDoor({ message }: { message: string }) {
  const words = useMessages(messages)
  return (
    <Page title={words.unknown}>
      <p>{message}</p>
      <ButtonLink to="/" icon="home">
        {words.home}
      </ButtonLink>
    </Page>
  )
}

/** Post, name, duty and work phone of those who answer for a door; also to be printed and hung up. */
export function WhoPage() {
  const words = useMessages(messages)
  const { token } = useParams<{ token: string }>()
  const contacts = useRoute(listContacts, { params: { token } })
  const door = `/d/${encodeURIComponent(token)}`
  if (contacts.problem?.status === 404) return <UnknownDoor message={contacts.problem.message} />
  return (
    <Page title={words.title} place={contacts.data && homeNames(contacts.data.pathNames)} back={door}>
      <Loaded from={contacts} lines={6} empty={words.none} isEmpty={({ items }) => items.length === 0}>
        {({ items, pathNames }) => (
          <>
            <p className="p-printed-place">{pathNames.join(' ')}</p>
            <p className="y-second">{words.how}</p>
            <ul className="p-contacts">
              {items.map((contact) => (
                <ContactCard key={`${contact.role} ${contact.name} ${contact.areaName}`} contact={contact} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <div className="p-actions y-no-print">
        <ButtonLink to={`${door}/report`} kind="primary" wide>
          {words.report}
        </ButtonLink>
        <Button icon="print" wide onPress={() => print()}>
          {words.print}
        </Button>
      </div>
    </Page>
  )
}
