import { ButtonLink } from '#kernel/ui/button/button.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { messages } from './report.messages.ts'

/** A code that opens nothing, or the number of a place that is not there. */
export function UnknownDoor({ isPlace = false }: { isPlace?: boolean }) {
  const words = useMessages(messages)
  return (
    <Page title={isPlace ? words.placeUnknownTitle : words.doorUnknownTitle}>
      <p>{isPlace ? words.placeUnknown : words.doorUnknown}</p>
      <ButtonLink to="/find-place" icon="pin" wide>
        {words.findPlace}
      </ButtonLink>
      <ButtonLink to="/" icon="home" wide>
        {words.homePage}
      </ButtonLink>
    </Page>
  )
}
