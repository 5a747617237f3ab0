import { Alert, App, Button, Select } from 'antd'
import { useState } from 'react'
import { formatDay } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { roleWords } from '#modules/people/web/door.ts'
import type { Plan, Preview } from '../contract.ts'
import { regroupGrids } from '../web/routes.generated.ts'
import { type Decisions, PostDecisions } from './post-decisions.tsx'
import { messages } from './preview.messages.ts'

type Props = { plan: Plan; preview: Preview; onDone: () => void }

/** What would happen, who takes over each post, and the button that does it. */
export function PreviewPanel({ plan, preview, onDone }: Props) {
  const words = useMessages(messages)
  const language = useLanguage()
  const { message } = App.useApp()
  const [decisions, setDecisions] = useState<Decisions>(new Map())
  const [heir, setHeir] = useState(0)
  const regrouping = useStaffAction(regroupGrids, {
    invalidates: ['/areas', '/regroupings', '/posts', '/matters'],
  })
  const day = formatDay(preview.day, language)
  const undecided = preview.posts.filter(({ postId }) => !decisions.has(postId)).length
  async function carryOut(): Promise<void> {
    const posts = preview.posts.map(({ postId }) => ({ postId, to: [...(decisions.get(postId) ?? [])] }))
    const done = await regrouping.run({ body: { plan: { ...plan, heir }, posts } })
    if (!done) return
    void message.success(done.state === 'planned' ? words.planned(day) : words.done)
    onDone()
  }
  const heirs = preview.parts.map(({ name }, value) => ({ value, label: name }))
  const hasOwn = preview.doorCodes > 0 || preview.organisations > 0
  return (
    <section className="rg-preview" aria-label={words.title(day)}>
      <h2>{words.title(day)}</h2>
      <Parts preview={preview} />
      <OpenMatters preview={preview} decisions={decisions} />
      {preview.posts.length > 0 && (
        <PostDecisions preview={preview} decisions={decisions} onChange={setDecisions} />
      )}
      {hasOwn && heirs.length > 1 && (
        <Labelled id="regroup-heir" label={words.heir}>
          <Select id="regroup-heir" value={heir} onChange={setHeir} options={heirs} style={{ width: 280 }} />
        </Labelled>
      )}
      <OwnThings preview={preview} heir={heirs[heir]?.label ?? ''} />
      <Gaps preview={preview} decisions={decisions} />
      <ProblemNote problem={regrouping.problem} />
      {undecided > 0 && <p className="rg-hint">{words.undecided(undecided)}</p>}
      <Button
        type="primary"
        disabled={undecided > 0 || preview.leftOver.length > 0}
        loading={regrouping.busy}
        onClick={() => void carryOut()}
      >
        {preview.isLater ? words.plan(day) : words.carryOut}
      </Button>
    </section>
  )
}

function Parts({ preview }: { preview: Preview }) {
  const words = useMessages(messages)
  const { ending, parts, leftOver } = preview
  return (
    <>
      {ending.length > 0 && <p>{words.ending(ending.map(({ name }) => name).join('”“'))}</p>}
      <ul className="rg-list">
        {parts.map((part, index) => (
          <li key={part.name}>
            <strong>
              {index + 1} {words.part(part.name, part.houses.length)}
            </strong>
            {[
              part.households > 0 && words.households(part.households),
              part.openMatters > 0 && words.partMatters(part.openMatters),
              !part.gridId && !part.hasBoundary && words.noBoundary,
            ]
              .filter(Boolean)
              .map((each) => `，${String(each)}`)}
            <div className="rg-hint">{part.houses.map(({ name }) => name).join('、')}</div>
            {part.renamed.map(({ was, now }) => (
              <div key={now} className="rg-warning">
                {words.renamed(was, now)}
              </div>
            ))}
          </li>
        ))}
      </ul>
      {leftOver.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={words.leftOver(leftOver.map(({ name }) => name).join('、'), leftOver.length)}
        />
      )}
    </>
  )
}

function OpenMatters({ preview, decisions }: { preview: Preview; decisions: Decisions }) {
  const words = useMessages(messages)
  const { openMatters, posts } = preview
  /** Who holds no post in the grids keeps what is in hand; who goes on, what lies where they go on. */
  const sentenceOf = (name: string) => {
    const own = posts.filter(({ holder }) => holder === name)
    if (own.length === 0) return words.handler
    // Neither a post that goes on nor one that is not decided yet.
    const ends = own.every(({ postId }) => decisions.get(postId)?.length === 0)
    return ends ? words.handlerEnds : words.handlerGoesOn
  }
  return (
    <>
      <h3>{words.matters}</h3>
      {openMatters.length === 0 && <p className="rg-hint">{words.noMatters}</p>}
      <ul className="rg-list">
        {openMatters.map(({ handlerId, handlerName, count }) => (
          <li key={handlerId ?? ''}>
            {handlerName ? sentenceOf(handlerName)(handlerName, count) : words.nobody(count)}
          </li>
        ))}
      </ul>
    </>
  )
}

function OwnThings({ preview, heir }: { preview: Preview; heir: string }) {
  const words = useMessages(messages)
  const { doorCodes, organisations } = preview
  return (
    <>
      {doorCodes > 0 && <p>{words.doorCodes(doorCodes, heir)}</p>}
      {organisations > 0 && <p>{words.organisations(organisations, heir)}</p>}
    </>
  )
}

/** 1+N: a new grid without leader or full-time worker is told before it is made. */
function Gaps({ preview, decisions }: { preview: Preview; decisions: Decisions }) {
  const words = useMessages(messages)
  const roles = roleWords[useLanguage()]
  const lines = preview.parts.flatMap((part, index) => {
    if (part.gridId) return []
    const held = preview.posts.filter(({ postId }) => decisions.get(postId)?.includes(index))
    const missing = (['grid_leader', 'grid_worker'] as const).filter(
      (role) => !held.some((post) => post.role === role),
    )
    return missing.length > 0 ? [words.gap(part.name, missing.map((role) => roles[role]).join('、'))] : []
  })
  if (lines.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    />
  )
}
