import { useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'
import { Button, ButtonLink } from '#kernel/ui/button/button.tsx'
import { TextArea } from '#kernel/ui/field/field.tsx'
import { MistakeSummary, Notice, ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { PhotoPicker } from '#kernel/ui/photo-picker/photo-picker.tsx'
import { useDraft } from '#kernel/web/draft.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { enqueue } from '#kernel/web/outbox.ts'
import type { OutboxItem } from '#kernel/web/phone-store.ts'
import type { Photo } from '#kernel/web/photo.ts'
import { ownProblem, Problem } from '#kernel/web/problem.ts'
import { useOutbox } from '#kernel/web/use-outbox.ts'
import { takeReport } from '../web/routes.generated.ts'
import { takenOf } from './act-draft.ts'
import { AreaDrill, type Place } from './area-drill.tsx'
import { keepTakingAhead } from './keep-taking-ahead.ts'
import { lastPlace, rememberPlace } from './last-place.ts'
import { messages } from './new.messages.ts'
import { Chosen, SubjectChoice, useSubjectName } from './subject-choice.tsx'
import { Taken } from './taken.tsx'
import './matter.css'

type Draft = { photos: readonly Photo[]; subject: string; place: Place | undefined; words: string }

const emptyDraft = (): Draft => ({ photos: [], subject: '', place: lastPlace(), words: '' })

function draftFrom(item: OutboxItem): Draft {
  const { photos, subject, words, areaId } = takenOf(item)
  const [, name = ''] = item.label.split(' · ')
  return { photos, subject, words, place: areaId === undefined ? undefined : { id: areaId, name } }
}

const mistakesIn = (draft: Draft, words: typeof messages.zh): string[] =>
  [
    !draft.subject && words.noSubject,
    !draft.place && words.noPlace,
    !draft.words.trim() && words.noWords,
  ].filter((mistake) => typeof mistake === 'string')

function PlaceChoice({ place, onChange }: { place: Place | undefined; onChange: (place?: Place) => void }) {
  const words = useMessages(messages)
  if (!place) return <AreaDrill value={undefined} onChange={onChange} />
  return (
    <div>
      <p className="y-choices__legend">{words.place}</p>
      <Chosen text={place.name} change={words.changePlace} onChange={() => onChange(undefined)} />
    </div>
  )
}

function useTaking(editing: OutboxItem | undefined, onSent: (id: string) => void) {
  const words = useMessages(messages)
  const [start] = useState(() => (editing ? draftFrom(editing) : emptyDraft()))
  const { value: draft, change, clear } = useDraft<Draft>(editing ? `edit:${editing.id}` : 'take', start)
  const [pressed, setPressed] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const subjectName = useSubjectName(draft.subject)

  async function send() {
    setPressed(true)
    const { place, subject, photos } = draft
    if (mistakesIn(draft, words).length > 0 || !place) return
    setBusy(true)
    try {
      const id = await enqueue({
        target: takeReport,
        input: {
          body: {
            areaId: place.id,
            subject,
            words: draft.words.trim(),
            channel: 'worker',
            photoIds: photos.map((photo) => photo.id),
          },
        },
        photos,
        label: words.label(place.name, subjectName),
        ...(editing && { id: editing.id }),
      })
      rememberPlace(place)
      clear()
      onSent(id)
    } catch (error) {
      setProblem(error instanceof Problem ? error : ownProblem('unreadable'))
      setBusy(false)
    }
  }
  return { draft, change, mistakes: pressed ? mistakesIn(draft, words) : [], busy, problem, send }
}

function Form({ editing, onSent }: { editing: OutboxItem | undefined; onSent: (id: string) => void }) {
  const words = useMessages(messages)
  const { draft, change, mistakes, busy, problem, send } = useTaking(editing, onSent)
  return (
    <form
      className="y-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <MistakeSummary mistakes={mistakes} />
      <PhotoPicker photos={draft.photos} onChange={(photos) => change({ photos })} label={words.photo} />
      <SubjectChoice value={draft.subject} onChange={(subject) => change({ subject })} />
      <PlaceChoice place={draft.place} onChange={(place) => change({ place })} />
      <TextArea
        label={words.words}
        hint={words.wordsHint}
        most={1000}
        value={draft.words}
        onChange={(said) => change({ words: said })}
        problem={mistakes.find((mistake) => mistake === words.noWords)}
      />
      <ProblemBox problem={problem} />
      <Button kind="primary" wide submit busy={busy}>
        {words.send}
      </Button>
      <p className="y-second">{words.saved}</p>
    </form>
  )
}

/** A new report from the round: photo, what about, where, a sentence. Works without a connection. */
export function NewPage() {
  const words = useMessages(messages)
  const [search] = useSearchParams()
  const { items } = useOutbox()
  const [sentId, setSentId] = useState<string>()
  const edit = search.get('edit')
  const editing = items.find((item) => item.id === edit)
  useEffect(() => void keepTakingAhead(), [])

  if (sentId) {
    return (
      <Page title={words.title} withBar>
        <Taken id={sentId} onAnother={() => setSentId(undefined)} />
      </Page>
    )
  }
  return (
    <Page title={words.title} withBar>
      {edit && !editing ? (
        <Notice>
          <p>{words.gone}</p>
          <ButtonLink to="/work">{words.today}</ButtonLink>
        </Notice>
      ) : (
        <Form key={edit ?? ''} editing={editing} onSent={setSentId} />
      )}
    </Page>
  )
}
