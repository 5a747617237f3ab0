import { useParams } from 'wouter'
import { ButtonLink } from '#kernel/ui/button/button.tsx'
import { Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useKeptRoute } from '#kernel/web/use-kept-route.ts'
import { Link } from 'wouter'
import type * as contract from '../contract.ts'
import { readConsent } from '../web/routes.generated.ts'
import { messages } from './notice.messages.ts'
import './parts.css'

type Consent = ReturnsOf<typeof contract.readConsent>

function Versions({ consent }: { consent: Consent }) {
  const words = useMessages(messages)
  const dates = useDates()
  const [newest] = consent.versions
  const named = ({ version, since }: Consent['versions'][number]) =>
    words.version(version + 1, since && dates.day(since))
  return (
    <section className="m-section" aria-label={words.versions}>
      <p className="y-second">
        {consent.version === newest?.version ? words.inForce(named(consent)) : words.earlier(named(consent))}
      </p>
      {consent.versions
        .filter((each) => each.version !== consent.version)
        .map((each) => (
          <p key={each.version}>
            <Link className="m-link" href={each === newest ? '/notice' : `/notice/${each.version}`}>
              {each === newest ? words.readNewest : words.readVersion(named(each))}
            </Link>
          </p>
        ))}
    </section>
  )
}

/** What happens to what people tell us, in plain words: the version in force, and those before it. */
export function NoticePage() {
  const words = useMessages(messages)
  const language = useLanguage()
  const { version } = useParams<{ version?: string }>()
  const asked = version === undefined ? {} : { version: Number(version) }
  const consent = useKeptRoute(readConsent, { query: asked })
  return (
    <Page title={words.title} back="/">
      <Loaded from={consent} lines={8}>
        {(loaded) => (
          <>
            {loaded.text[language].map(({ head, text }) => (
              <section key={head}>
                <h2>{head}</h2>
                <p>{text}</p>
              </section>
            ))}
            <Versions consent={loaded} />
          </>
        )}
      </Loaded>
      <ButtonLink to="/rights" icon="person" wide>
        {words.rights}
      </ButtonLink>
      <ButtonLink to="/" icon="home" wide>
        {words.homePage}
      </ButtonLink>
    </Page>
  )
}
