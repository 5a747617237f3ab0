import type { ReactNode } from 'react'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { MatterDetail, Person } from '../contract.ts'
import { personName } from '../web/person-name.ts'
import { messages } from './standing.messages.ts'

type Kind = 'late' | 'soon' | 'calm'
type IconName = Parameters<typeof Icon>[0]['name']
type Note = { readonly kind: Kind; readonly icon: IconName; readonly text: string; readonly more?: ReactNode }

type Props = { readonly detail: MatterDetail; readonly onOpen: (matterId: string) => void }

/** What must not be overlooked: colour with a word and a shape, what is waited for, supervised or disputed. */
export function StandingNotes({ detail, onOpen }: Props) {
  const words = useMessages(messages)
  const notes = useNotes(detail)
  if (notes.length === 0 && detail.links.length === 0) return null
  return (
    <section className="m-standing" aria-label={words.region}>
      {notes.map((note) => (
        <div key={note.text} className={`m-note is-${note.kind}`}>
          <Icon name={note.icon} size={1.05} />
          <div>
            <p>{note.text}</p>
            {note.more}
          </div>
        </div>
      ))}
      {detail.links.length > 0 && <Links links={detail.links} onOpen={onOpen} />}
    </section>
  )
}

function Links({ links, onOpen }: { links: MatterDetail['links']; onOpen: Props['onOpen'] }) {
  const words = useMessages(messages)
  return (
    <p className="m-links">
      {links.map(({ kind, id, number }) => (
        <span key={`${kind} ${id}`}>
          {words.links[kind]}{' '}
          <button type="button" onClick={() => onOpen(id)}>
            {number}
          </button>
        </span>
      ))}
    </p>
  )
}

function useNotes(detail: MatterDetail): readonly Note[] {
  const words = useMessages(messages)
  const { matter } = detail
  const colour = useColour(detail)
  const waiting = useWaiting(detail)
  const dispute = useDispute(detail)
  const urged: Note[] =
    matter.urged > 0 ? [{ kind: 'soon', icon: 'warning', text: words.urged(matter.urged) }] : []
  const hidden: Note[] = matter.isHidden ? [{ kind: 'calm', icon: 'cross', text: words.hidden }] : []
  return [...colour, ...waiting, ...dispute, ...urged, ...hidden]
}

const openStates: readonly string[] = ['received', 'accepted', 'in_progress']

function useColour({ matter, supervision }: MatterDetail): Note[] {
  const words = useMessages(messages)
  const dates = useDates()
  const named = useNamed()
  if (matter.isDueSoon) return [{ kind: 'soon', icon: 'warning', text: words.soon }]
  if (!supervision || (!openStates.includes(matter.status) && matter.status !== 'answered')) return []
  const { raisedAt, byName = '', supervisor, risesAt, instructions } = supervision
  const said = [
    matter.isOverdue && words.late(dates.moment(matter.dueAt)),
    raisedAt && words.raised([byName, named(supervisor)].filter(Boolean).join(' '), dates.moment(raisedAt)),
    risesAt && words.risesAt(dates.moment(risesAt)),
  ].filter(Boolean)
  const orders = instructions.map((each) => (
    <blockquote key={each.at}>
      <small>{words.instruction(named(each.by), dates.moment(each.at))}</small>
      {each.words}
    </blockquote>
  ))
  if (said.length === 0 && orders.length === 0) return []
  return [{ kind: 'late', icon: 'late', text: said.join(''), more: orders }]
}

function useWaiting({ pause, question }: MatterDetail): Note[] {
  const words = useMessages(messages)
  const dates = useDates()
  const named = useNamed()
  const asked = question && (
    <blockquote>
      <small>{words.asked(named(question.by))}</small>
      {question.words}
    </blockquote>
  )
  if (pause) {
    return [{ kind: 'calm', icon: 'wait', text: words.paused(dates.moment(pause.until)), more: asked }]
  }
  return question ? [{ kind: 'calm', icon: 'wait', text: words.askedRunning, more: asked }] : []
}

function useDispute({ dispute }: MatterDetail): Note[] {
  const words = useMessages(messages)
  const named = useNamed()
  if (!dispute) return []
  const said = (
    <blockquote>
      {dispute.words}
      {dispute.suggests && <small>{words.suggests(dispute.suggests)}</small>}
    </blockquote>
  )
  return [{ kind: 'soon', icon: 'question', text: words.disputed(named(dispute.by)), more: said }]
}

function useNamed(): (person: Person | undefined) => string {
  const language = useLanguage()
  return (person) => (person ? personName(person, language) : '')
}
