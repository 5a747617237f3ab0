import { ButtonLink } from '#kernel/ui/button/button.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { messages } from './missing.messages.ts'

export function MissingPage() {
  const words = useMessages(messages)
  return (
    <Page title={words.title}>
      <p>{words.how}</p>
      <ButtonLink to="/r" icon="search" wide>
        {words.find}
      </ButtonLink>
      <ButtonLink to="/" icon="home" wide>
        {words.home}
      </ButtonLink>
    </Page>
  )
}
