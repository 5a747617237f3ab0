import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { matterWords } from '#modules/matters/web/door.ts'
import type { LateBy, Overview } from '../contract.ts'
import { FigureLink } from './figure-link.tsx'
import { messages } from './overview.messages.ts'
import { Bar } from './rates-block.tsx'

/** What is open and late, by whom, most first: each line opens to theirs. */
export function LateBlock({ overview }: { overview: Overview }) {
  const words = useMessages(messages)
  const { late } = overview
  const most = Math.max(1, ...late.map(({ count }) => count))
  return (
    <section className="v-block" aria-label={words.late}>
      <h2>{words.late}</h2>
      {late.length === 0 ? (
        <p className="v-hint">{words.lateNone}</p>
      ) : (
        <ol className="v-late">
          {late.map((holder) => (
            <Holder
              key={`${holder.handlerId} ${holder.organisationId} ${holder.areaId}`}
              holder={holder}
              share={holder.count / most}
              overview={overview}
            />
          ))}
        </ol>
      )}
    </section>
  )
}

function Holder(props: { holder: LateBy; share: number; overview: Overview }) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const dates = useDates()
  const { holder, share, overview } = props
  const name = holder.name || words.nobody(holder.areaName ?? '')
  const { from, to } = overview.period
  return (
    <li>
      <span className="v-who">
        <b>{name}</b>
        <small>{known.level[holder.level]}</small>
      </span>
      <Bar share={share} />
      <FigureLink
        of={{
          key: 'overdue_now',
          area: overview.areaId,
          from,
          to,
          handler: holder.handlerId,
          organisation: holder.organisationId,
          unheldIn: holder.areaId,
        }}
        isEmpty={false}
        label={words.opens(name, words.lateCount(holder.count))}
      >
        {words.lateCount(holder.count)}
      </FigureLink>
      <small title={dates.whole(holder.since)}>{words.oldest(dates.remaining(holder.since))}</small>
    </li>
  )
}
