import { ButtonLink } from '#kernel/ui/button/button.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { messages } from './notice.messages.ts'

/** What happens to what people tell us, in plain words. */
export function NoticePage() {
  const words = useMessages(messages)
  return (
    <Page title={words.title} back="/">
      {words.parts.map(({ head, text }) => (
        <section key={head}>
          <h2>{head}</h2>
          <p>{text}</p>
        </section>
      ))}
      <ButtonLink to="/" icon="home">
        {words.homePage}
      </ButtonLink>
    </Page>
  )
}
