import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { listOrganisations } from '#modules/organisations/web/door.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { listHolders, listSubjects } from '../web/routes.generated.ts'
import type { Desk, FurtherFilter } from './desk-address.ts'
import { messages } from './filter.messages.ts'

/** What each filter that is set is called, as people read it. */
export function useFilterNames({ filter, within }: Desk): (name: FurtherFilter) => string | undefined {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const subject = useSubjectName(filter.subject)
  const handler = useHandlerName(within, filter.handler)
  const organisation = useOrganisationName(filter.organisation)
  const texts: Record<FurtherFilter, string | undefined> = {
    subject: filter.subject && (subject ?? words.names.subject),
    channel: filter.channel && known.channel[filter.channel],
    level: filter.level && known.level[filter.level],
    colour: filter.colour && words.colours[filter.colour],
    from: filter.from && words.from(filter.from),
    until: filter.until && words.until(filter.until),
    handler: filter.handler && (handler ?? words.names.handler),
    organisation: filter.organisation && (organisation ?? words.names.organisation),
  }
  return (name) => texts[name]
}

function useSubjectName(key: string | undefined): string | undefined {
  const language = useLanguage()
  const groups = useStaffRoute(listSubjects, {}, { enabled: key !== undefined }).data?.groups
  return groups?.flatMap(({ subjects }) => subjects).find((each) => each.key === key)?.[language]
}

function useHandlerName(within: Desk['within'], id: string | undefined): string | undefined {
  const holders = useStaffRoute(listHolders, { query: within }, { enabled: id !== undefined, keepLast: true })
  return holders.data?.items.find((each) => each.id === id)?.name
}

function useOrganisationName(id: string | undefined): string | undefined {
  const answer = useStaffRoute(listOrganisations, { query: {} }, { enabled: id !== undefined })
  return answer.data?.items.find((each) => each.id === id)?.name
}
