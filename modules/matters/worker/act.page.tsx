import { useState } from 'react'
import { useLocation, useParams, useSearchParams } from 'wouter'
import { Button } from '#kernel/ui/button/button.tsx'
import { Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { MistakeSummary, Notice, ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { useDraft } from '#kernel/web/draft.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { OutboxItem } from '#kernel/web/phone-store.ts'
import { ownProblem, Problem } from '#kernel/web/problem.ts'
import { useKeptRoute } from '#kernel/web/use-kept-route.ts'
import { useOutbox } from '#kernel/web/use-outbox.ts'
import type { MatterDetail } from '../contract.ts'
import { readMatter } from '../web/routes.generated.ts'
import { draftOf, emptyDraft, type ActDraft } from './act-draft.ts'
import { ActFields } from './act-fields.tsx'
import { actKinds, isActName, type ActName } from './act-kinds.ts'
import { messages } from './act.messages.ts'
import { labelOf } from './unsent-label.ts'
import './matter.css'

type FormProps = { act: ActName; detail: MatterDetail; editing: OutboxItem | undefined }

function useSending({ act, detail, editing }: FormProps) {
  const kind = actKinds[act]
  const words = useMessages(messages)
  const language = useLanguage()
  const [, navigate] = useLocation()
  const { id } = detail.matter
  const [start] = useState(() => (editing ? draftOf(editing) : emptyDraft))
  const {
    value: draft,
    change,
    clear,
  } = useDraft<ActDraft>(editing ? `edit:${editing.id}` : `${act}:${id}`, start)
  const [sent, setSent] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const mistakes = sent ? kind.mistakes(draft, words, detail) : []

  async function send() {
    setSent(true)
    if (kind.mistakes(draft, words, detail).length > 0) return
    setBusy(true)
    try {
      await kind.send(id, draft, { label: labelOf(kind.label, detail.matter, language), id: editing?.id })
      clear()
      navigate(`/work/m/${id}`, { replace: true })
    } catch (error) {
      setProblem(error instanceof Problem ? error : ownProblem('unreadable'))
      setBusy(false)
    }
  }
  return { draft, change, mistakes, busy, problem, send }
}

function Form(props: FormProps) {
  const words = useMessages(messages)
  const { draft, change, mistakes, busy, problem, send } = useSending(props)
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
      <ActFields
        act={props.act}
        matterId={props.detail.matter.id}
        detail={props.detail}
        draft={draft}
        change={change}
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

/** Writing about a matter: progress, the answer, handing it on. Works without a connection. */
export function ActPage() {
  const params = useParams<{ id: string; act: string }>()
  const [search] = useSearchParams()
  const words = useMessages(messages)
  const language = useLanguage()
  const state = useKeptRoute(readMatter, { params: { matterId: params.id } })
  const { items } = useOutbox()
  const edit = search.get('edit')
  const editing = items.find((item) => item.id === edit)
  const { act } = params
  if (!isActName(act))
    return (
      <Page title={words.unknown} back="/work">
        {null}
      </Page>
    )
  const matter = state.data?.matter
  const place = matter && [...matter.placeNames.slice(1), matter.subject[language]].join(' ')
  return (
    <Page title={actKinds[act].title(words)} place={place} back={`/work/m/${params.id}`}>
      {edit && !editing ? (
        <Notice>
          <p>{words.gone}</p>
        </Notice>
      ) : (
        <Loaded from={state} lines={6}>
          {(detail) => <Form act={act} detail={detail} editing={editing} />}
        </Loaded>
      )}
    </Page>
  )
}
