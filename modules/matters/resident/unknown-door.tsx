import { ButtonLink } from '#kernel/ui/button/button.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { messages } from './report.messages.ts'

export function UnknownDoor() {
  const words = useMessages(messages)
  return (
    <Page title={words.doorUnknownTitle}>
      <p>{words.doorUnknown}</p>
      <ButtonLink to="/find-place" icon="pin" wide>
        {words.findPlace}
      </ButtonLink>
      <ButtonLink to="/" icon="home" wide>
        {words.homePage}
      </ButtonLink>
    </Page>
  )
}
