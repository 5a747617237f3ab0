import { Link } from 'wouter'
import { Badge } from '#kernel/ui/badge/badge.tsx'
import { Button, ButtonLink } from '#kernel/ui/button/button.tsx'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { Notice } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useRoute } from '#kernel/web/use-route.ts'
import { listDemoPeople } from '#modules/people/web/door.ts'
import type { MyReport } from '../contract.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { listMyReports } from '../web/routes.generated.ts'
import { statusKind } from '../web/status-kind.ts'
import { keepPass, type Pass, useOwnPass } from './own-pass.ts'
import { messages } from './own-data.messages.ts'
import { PhoneGate } from './phone-gate.tsx'
import { placeLine } from './place-line.ts'
import { usePosted } from './use-posted.ts'
import './parts.css'

function Row({ report }: { report: MyReport }) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const language = useLanguage()
  const dates = useDates()
  const { code, number, subject, placeNames, receivedAt, status, isOverdue, dueAt, waitsForRating } = report
  return (
    <li>
      <Link className="m-row m-row--link" href={`/r/${encodeURIComponent(code)}`}>
        <span className="m-row__text">
          <strong>{subject[language]}</strong>
          <span className="y-second">
            {placeLine(placeNames).near} · {dates.day(receivedAt)} · {number}
          </span>
          <span className="m-row__badges">
            {isOverdue ? (
              <Badge kind="late">{dates.remaining(dueAt)}</Badge>
            ) : (
              <Badge kind={statusKind(status)}>{known.status[status]}</Badge>
            )}
            {waitsForRating && <Badge kind="warn">{words.waitsForRating}</Badge>}
          </span>
        </span>
        <Icon name="next" />
      </Link>
    </li>
  )
}

function MyList({ pass }: { pass: Pass }) {
  const words = useMessages(messages)
  const list = usePosted(listMyReports, { body: { pass: pass.pass } })
  return (
    <>
      <p>{words.listOf(pass.maskedPhone)}</p>
      <Loaded from={list} lines={5} empty={words.noReports} isEmpty={({ items }) => items.length === 0}>
        {({ items }) => (
          <ul className="m-rows">
            {items.map((report) => (
              <Row key={report.code} report={report} />
            ))}
          </ul>
        )}
      </Loaded>
      <ButtonLink to="/rights" icon="person" wide>
        {words.toRights}
      </ButtonLink>
      <Button wide onPress={() => keepPass(undefined)}>
        {words.leave}
      </Button>
      <p className="y-second">{words.remembered}</p>
    </>
  )
}

/** In a demonstration nothing is sent: where the code can be read instead. */
function DemoHint() {
  const words = useMessages(messages)
  const people = useRoute(listDemoPeople, {}).data?.items ?? []
  if (people.length === 0) return null
  return (
    <Notice>
      <p>{words.demo}</p>
      <p>
        <a className="m-link" href="/staff/notices/demo">
          {words.demoLink}
        </a>
      </p>
    </Notice>
  )
}

/** All that was reported with a number, for who holds the phone. */
export function MinePage() {
  const words = useMessages(messages)
  const pass = useOwnPass()
  return (
    <Page title={words.mineTitle} back="/">
      {pass ? (
        <MyList pass={pass} />
      ) : (
        <>
          <PhoneGate />
          <DemoHint />
          <ButtonLink to="/r" kind="quiet">
            {words.byCode}
          </ButtonLink>
        </>
      )}
    </Page>
  )
}
