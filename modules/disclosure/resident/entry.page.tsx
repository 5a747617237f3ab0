import { useState } from 'react'
import { useParams } from 'wouter'
import { Badge } from '#kernel/ui/badge/badge.tsx'
import { Button, ButtonLink } from '#kernel/ui/button/button.tsx'
import { Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useRoute } from '#kernel/web/use-route.ts'
import { matterWords, statusKind } from '#modules/matters/web/door.ts'
import type { Entry, Step } from '../contract.ts'
import { readEntry } from '../web/routes.generated.ts'
import { messages } from './entry.messages.ts'
import './disclosure.css'

function Facts({ entry }: { entry: Entry }) {
  const words = useMessages(messages)
  const dates = useDates()
  const facts: [string, string][] = [
    [words.place, entry.placeNames.join(' ')],
    [words.office, entry.officeName],
    [words.due, dates.whole(entry.dueAt)],
    [words.people, String(entry.reportCount)],
  ]
  return (
    <dl className="o-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="y-second">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Course({ steps }: { steps: readonly Step[] }) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const dates = useDates()
  return (
    <section aria-label={words.course}>
      <h2>{words.course}</h2>
      <ol className="o-steps">
        {steps.map((step) => (
          <li key={`${step.kind} ${step.at}`}>
            <span>
              {words.steps[step.kind]}
              {step.outcome && `：${known.outcome[step.outcome]}`}
            </span>
            <span className="y-second">{dates.moment(step.at)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** By the phone's own sharing where it has one, else the address goes to the clipboard. */
function Share({ title }: { title: string }) {
  const words = useMessages(messages)
  const [copied, setCopied] = useState(false)
  const share = async () => {
    const url = location.href
    if (navigator.share) return navigator.share({ title, url }).catch(() => undefined)
    await navigator.clipboard.writeText(url).catch(() => undefined)
    setCopied(true)
  }
  return (
    <>
      <Button wide onPress={() => void share()}>
        {words.share}
      </Button>
      <p role="status" className="y-second">
        {copied && words.copied}
      </p>
    </>
  )
}

/** One public matter, under an address that may be passed on. */
export function EntryPage() {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const language = useLanguage()
  const { number } = useParams<{ number: string }>()
  const found = useRoute(readEntry, { params: { number } })
  const entry = found.data?.entry
  const title = entry ? entry.subject[language] : words.title(number)
  return (
    <Page title={title} place={entry && words.title(number)} back="/public">
      <Loaded from={found} lines={6}>
        {({ entry: shown, steps }) => (
          <>
            <p className="o-entry__head">
              <Badge kind={shown.outcome ? 'good' : statusKind(shown.status)}>
                {shown.outcome ? known.outcome[shown.outcome] : known.status[shown.status]}
              </Badge>
              <Badge kind={shown.isOnTime ? 'good' : 'late'}>
                {shown.isOnTime ? words.inTime : words.late}
              </Badge>
            </p>
            {shown.words && (
              <section aria-label={words.said}>
                <h2>{words.said}</h2>
                <p>{shown.words}</p>
              </section>
            )}
            <Facts entry={shown} />
            <Course steps={steps} />
            <Share title={title} />
          </>
        )}
      </Loaded>
      <ButtonLink to="/public">{words.ledger}</ButtonLink>
    </Page>
  )
}
