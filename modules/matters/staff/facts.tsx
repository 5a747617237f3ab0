import type { ReactNode } from 'react'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { MatterDetail } from '../contract.ts'
import { personName } from '../web/person-name.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { isOver } from '../web/status-kind.ts'
import { subjectIcon } from '../web/subject-icon.ts'
import { messages } from './detail.messages.ts'
import { Due } from './due.tsx'

/** What it is about, where, until when and by which rule, who has it, and why it came here. */
export function Facts({ detail }: { detail: MatterDetail }) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const language = useLanguage()
  const dates = useDates()
  const { matter, promise } = detail
  return (
    <div className="m-facts">
      <p className="m-subject">
        <Icon name={subjectIcon(matter.subject.icon)} size={1.3} />
        {matter.subject[language]}
      </p>
      <dl>
        <Fact name={words.place}>{matter.placeNames.join(' / ')}</Fact>
        <Fact name={words.promise}>
          <span className="m-due">
            {words.due(dates.due(promise.dueAt))}
            {isOver(matter.status) || matter.status === 'answered' ? (
              <span className="m-since" title={dates.whole(matter.statusAt)}>
                {known.status[matter.status]} {dates.moment(matter.statusAt)}
              </span>
            ) : (
              <Due matter={matter} />
            )}
          </span>
          <small>{words.basis(known.limit[promise.unit](promise.amount), promise.source)}</small>
        </Fact>
        <Fact name={words.holder}>
          {matter.handler ? personName(matter.handler, language) : words.nobody}
          {matter.handler?.workPhone && (
            <a href={`tel:${matter.handler.workPhone}`}> {matter.handler.workPhone}</a>
          )}
        </Fact>
        <Fact name={words.route}>
          <RouteSentence detail={detail} />
        </Fact>
        {detail.outcome && <Fact name={words.outcome}>{known.outcome[detail.outcome]}</Fact>}
        {detail.publicWords && <Fact name={words.publicWords}>{detail.publicWords}</Fact>}
        {detail.followUp && <Fact name={words.followUp}>{known.followUp[detail.followUp]}</Fact>}
      </dl>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function RouteSentence({ detail: { route, matter } }: { detail: MatterDetail }) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const language = useLanguage()
  const unit = matter.organisationName ?? route.areaName
  const parts = [
    words.wentTo(unit, unit.includes(known.level[route.level]) ? '' : known.level[route.level]),
    route.rule && words.byRule(route.rule),
    route.passed.length > 0 &&
      words.passed(route.passed.map((level) => known.level[level]).join(language === 'zh' ? '、' : ', ')),
  ].filter(Boolean)
  return language === 'zh' ? `${parts.join('，')}。` : `${parts.join('; ')}.`
}
