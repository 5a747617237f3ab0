import { useEffect } from 'react'
import { Link } from 'wouter'
import { Badge } from '#kernel/ui/badge/badge.tsx'
import { ButtonLink } from '#kernel/ui/button/button.tsx'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { Empty, Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useRoute } from '#kernel/web/use-route.ts'
import type * as contract from '../contract.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { statusKind } from '../web/status-kind.ts'
import { readHome } from '../web/routes.generated.ts'
import { CodeForm } from './code-form.tsx'
import { DemoStrip } from './demo-strip.tsx'
import { placeLine } from './place-line.ts'
import { messages } from './home.messages.ts'
import { MyReports } from './my-reports.tsx'
import { ResidentFoot } from './resident-foot.tsx'
import { ScanDrawing } from './scan-drawing.tsx'
import './parts.css'
import './home.css'

type Home = ReturnsOf<typeof contract.readHome>

function Scan({ doors }: { doors: Home['demoDoors'] }) {
  const words = useMessages(messages)
  return (
    <section className="m-scan">
      <div className="m-scan__how">
        <ScanDrawing label={words.drawing} />
        <p>{words.scan}</p>
      </div>
      <ButtonLink to="/find-place" icon="pin" wide>
        {words.findPlace}
      </ButtonLink>
      {doors.length > 0 && (
        <div className="m-scan__doors">
          <h2 className="m-scan__try">{words.tryDoors}</h2>
          {doors.map((door) => (
            <ButtonLink key={door.token} to={`/d/${encodeURIComponent(door.token)}`} icon="pin" wide>
              {placeLine(door.pathNames).near}
            </ButtonLink>
          ))}
        </div>
      )}
    </section>
  )
}

function Figures({ home }: { home: Home }) {
  const words = useMessages(messages)
  const { received, settled, settledOnTime } = home
  const share = settled > 0 ? `${Math.floor((settledOnTime / settled) * 100)}%` : words.none
  const figures = [
    [words.received, words.pieces(received)],
    [words.settled, words.pieces(settled)],
    [words.onTime, share],
  ]
  return (
    <section className="m-section" aria-label={words.figures}>
      <h2>{words.figures}</h2>
      <dl className="m-figures">
        {figures.map(([name, figure]) => (
          <div key={name} className="m-figure">
            <dt className="y-second">{name}</dt>
            <dd className="m-figure__number">{figure}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Settled({ matter }: { matter: contract.PublicMatter }) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const language = useLanguage()
  const dates = useDates()
  const { subject, outcome, status, placeNames, number, statusAt } = matter
  return (
    <li>
      <Link className="m-row m-row--link" href={`/m/${encodeURIComponent(number)}`}>
        <span className="m-row__text">
          <span className="m-row__head">
            <strong>{subject[language]}</strong>
            <Badge kind={outcome ? 'good' : statusKind(status)}>
              {outcome ? known.outcome[outcome] : known.status[status]}
            </Badge>
          </span>
          <span className="y-second">
            {placeLine(placeNames).near} · {dates.day(statusAt)}
          </span>
          <span className="y-second">{words.numbered(number)}</span>
        </span>
        <Icon name="next" />
      </Link>
    </li>
  )
}

function Recent({ matters }: { matters: readonly contract.PublicMatter[] }) {
  const words = useMessages(messages)
  return (
    <section className="m-section" aria-label={words.recent}>
      <h2>{words.recent}</h2>
      {matters.length === 0 ? (
        <Empty>{words.recentEmpty}</Empty>
      ) : (
        <ul className="m-rows">
          {matters.map((matter) => (
            <Settled key={matter.number} matter={matter} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** The first page of a district, for those who come without a code. */
export function HomePage() {
  const words = useMessages(messages)
  const home = useRoute(readHome, {})
  const { data } = home
  useEffect(() => {
    // After the page stands: what waits on this phone goes out from here too.
    void import('./sending.ts').then((module) => module.startSending()).catch(() => undefined)
  }, [])
  return (
    <>
      <DemoStrip />
      <Page title={words.title} place={<strong className="m-district">{data?.districtName}</strong>}>
        <Scan doors={data?.demoDoors ?? []} />
        <section className="m-section" aria-label={words.follow}>
          <h2>{words.follow}</h2>
          <CodeForm />
        </section>
        <MyReports />
        <Loaded from={home} lines={6}>
          {(loaded) => (
            <>
              <Figures home={loaded} />
              <Recent matters={loaded.recent} />
            </>
          )}
        </Loaded>
        <ResidentFoot />
      </Page>
    </>
  )
}
