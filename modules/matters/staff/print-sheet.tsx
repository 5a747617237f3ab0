import { type ReactNode, useState } from 'react'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/react/session.tsx'
import { Paper } from '#modules/places/web/door.tsx'
import type { MatterDetail } from '../contract.ts'
import { eventSentence } from '../web/event-sentence.ts'
import { personName } from '../web/person-name.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { messages } from './print.messages.ts'
import './print.css'

export type SheetKind = 'order' | 'supervision'
type Props = { readonly detail: MatterDetail; readonly kind: SheetKind }

/** The newest of the history; the whole of it stands on the screen. */
const SHOWN = 8

/** One A4 sheet: what it is, what was said, what was done, room to write and to sign. Never how to reach the reporter. */
export function PrintSheet({ detail, kind }: Props) {
  const words = useMessages(messages)
  const dates = useDates()
  const { districtName, name } = useSession()
  const [now] = useState(() => new Date().toISOString())
  return (
    <Paper className="pr">
      <header>
        <p>{districtName}</p>
        <h2>{words.kinds[kind]}</h2>
      </header>
      <Facts detail={detail} kind={kind} />
      {kind === 'supervision' && <Instructions detail={detail} />}
      <Said detail={detail} />
      <History detail={detail} />
      <section className="pr-write">
        <h3>{kind === 'order' ? words.result : words.reply}</h3>
      </section>
      <footer>
        {words.sign[kind].map((each) => (
          <span key={each}>{each}：</span>
        ))}
      </footer>
      <p className="pr-by">{words.printedBy(name, dates.whole(now))}</p>
    </Paper>
  )
}

function Facts({ detail, kind }: Props) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const language = useLanguage()
  const dates = useDates()
  const { matter, promise, supervision } = detail
  const unit = matter.organisationName ?? matter.areaName
  const holder = matter.handler
    ? [personName(matter.handler, language), matter.handler.workPhone].filter(Boolean).join(' ')
    : words.nobody
  const late = matter.isOverdue ? words.lateSince(dates.whole(promise.dueAt)) : words.notLate
  return (
    <table>
      <tbody>
        <Row name={words.number}>
          <b>{matter.number}</b>
        </Row>
        <Row name={words.subject}>{matter.subject[language]}</Row>
        <Row name={words.place}>{matter.placeNames.join(' ')}</Row>
        <Row name={words.received}>
          {dates.whole(matter.receivedAt)}，{known.channel[matter.channel]}，
          {words.people(matter.reportCount)}
        </Row>
        <Row name={words.due}>
          <b>{dates.due(promise.dueAt)}</b>（
          {words.basis(known.limit[promise.unit](promise.amount), promise.source)}）
        </Row>
        <Row name={words.holder}>
          {unit} {holder}
        </Row>
        <Row name={words.status}>{known.status[matter.status]}</Row>
        {kind === 'supervision' && <Row name={words.late}>{late}</Row>}
        {kind === 'supervision' && (
          <Row name={words.supervisor}>
            {[supervision?.byName, supervision?.supervisor && personName(supervision.supervisor, language)]
              .filter(Boolean)
              .join(' ')}
          </Row>
        )}
      </tbody>
    </table>
  )
}

const Row = ({ name, children }: { name: string; children: ReactNode }) => (
  <tr>
    <th scope="row">{name}</th>
    <td>{children}</td>
  </tr>
)

function Instructions({ detail: { supervision } }: { detail: MatterDetail }) {
  const words = useMessages(messages)
  const dates = useDates()
  const given = supervision?.instructions ?? []
  return (
    <section>
      <h3>{words.instructions}</h3>
      {given.length === 0 && <p>{words.noInstructions}</p>}
      {given.map(({ at, words: said }) => (
        <p key={at}>
          {dates.whole(at)} {said}
        </p>
      ))}
    </section>
  )
}

function Said({ detail }: { detail: MatterDetail }) {
  const words = useMessages(messages)
  const language = useLanguage()
  return (
    <section>
      <h3>{words.said}</h3>
      {detail.reports
        .filter((report) => !report.isErased && !report.isWithdrawn)
        .map((report) => (
          <p key={report.id}>
            {[
              report.words,
              ...report.answers.map(({ question, answer }) => `${question[language]} ${answer[language]}`),
              ...report.additions.map((addition) => addition.words),
            ].join('\n')}
          </p>
        ))}
    </section>
  )
}

function History({ detail }: { detail: MatterDetail }) {
  const words = useMessages(messages)
  const language = useLanguage()
  const dates = useDates()
  return (
    <section>
      <h3>{words.history}</h3>
      {detail.timeline.slice(-SHOWN).map((entry) => {
        const { text, said } = eventSentence(entry, { language, isReporter: false })
        return (
          <p key={entry.seq}>
            {dates.whole(entry.at)} {[text, said].filter(Boolean).join(language === 'zh' ? '：' : ': ')}
          </p>
        )
      })}
    </section>
  )
}
