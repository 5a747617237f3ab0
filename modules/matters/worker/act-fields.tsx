import { CheckBox } from '#kernel/ui/check-box/check-box.tsx'
import { ChoiceGrid } from '#kernel/ui/choice-grid/choice-grid.tsx'
import { TextArea, TextField } from '#kernel/ui/field/field.tsx'
import { Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { Notice } from '#kernel/ui/notice/notice.tsx'
import { PhotoPicker } from '#kernel/ui/photo-picker/photo-picker.tsx'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useRoute } from '#kernel/web/use-route.ts'
import type { MatterDetail } from '../contract.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { listHandlers } from '../web/routes.generated.ts'
import type { ActDraft } from './act-draft.ts'
import { lacksPhoto, type ActName } from './act-kinds.ts'
import { messages } from './act.messages.ts'
import { AreaDrill } from './area-drill.tsx'
import { Chips, withPhrase } from './chips.tsx'
import { outcomes } from './outcome-of.ts'

export type FieldsProps = {
  matterId: string
  detail: MatterDetail | undefined
  draft: ActDraft
  change: (part: Partial<ActDraft>) => void
  /** Said beside the words once the form was sent with mistakes. */
  problem: string | undefined
}

type WordsProps = FieldsProps & { label: string; hint?: string; most: number; phrases?: readonly string[] }

function WordsField({ label, hint, most, phrases, draft, change, problem }: WordsProps) {
  const words = useMessages(messages)
  return (
    <>
      <TextArea
        label={label}
        hint={hint}
        most={most}
        rows={4}
        value={draft.words}
        onChange={(said) => change({ words: said })}
        problem={problem}
      />
      {phrases && (
        <Chips
          label={words.quick}
          phrases={phrases}
          onPick={(phrase) => change({ words: withPhrase(draft.words, phrase) })}
        />
      )}
    </>
  )
}

function NoteFields(props: FieldsProps) {
  const words = useMessages(messages)
  const { draft, change } = props
  return (
    <>
      <WordsField {...props} label={words.noteWords} most={500} phrases={words.notePhrases} />
      <PhotoPicker photos={draft.photos} onChange={(photos) => change({ photos })} label={words.photo} />
      <CheckBox
        label={words.visible}
        hint={words.visibleWhy}
        checked={draft.isPublic}
        onChange={(isPublic) => change({ isPublic })}
      />
    </>
  )
}

function AnswerFields(props: FieldsProps) {
  const words = useMessages(messages)
  const known = matterWords[useLanguage()]
  const { draft, change, detail } = props
  const phrases = draft.outcome ? words.phrases[draft.outcome] : undefined
  return (
    <>
      <ChoiceGrid
        legend={words.outcome}
        choices={outcomes.map((value) => ({ value, label: known.outcome[value] }))}
        value={draft.outcome}
        onChange={(outcome) => change({ outcome })}
      />
      <WordsField
        {...props}
        label={words.answerWords}
        hint={words.answerHint}
        most={1000}
        {...(phrases && { phrases })}
      />
      {lacksPhoto(draft, detail) && (
        <Notice kind="warn">
          <p>{words.needsPhoto}</p>
        </Notice>
      )}
      {detail?.needsPhoto && detail.hasEvidence && <p className="y-second">{words.hasPhoto}</p>}
      <PhotoPicker photos={draft.photos} onChange={(photos) => change({ photos })} label={words.photo} />
    </>
  )
}

function HandUpFields(props: FieldsProps) {
  const words = useMessages(messages)
  return (
    <WordsField
      {...props}
      label={words.handUpWords}
      hint={words.handUpHint}
      most={300}
      phrases={words.handUpPhrases}
    />
  )
}

function GiveFields(props: FieldsProps) {
  const words = useMessages(messages)
  const handlers = useRoute(listHandlers, { params: { matterId: props.matterId } })
  return (
    <>
      <Loaded from={handlers} isEmpty={({ items }) => items.length === 0} empty={<p>{words.nobody}</p>}>
        {({ items }) => (
          <ChoiceGrid
            legend={words.giveWho}
            choices={items.map((person) => ({
              value: person.id,
              label: `${person.name} ${words.giveOpen(person.areaName, person.openCount)}`,
            }))}
            value={props.draft.accountId}
            onChange={(accountId) => props.change({ accountId })}
          />
        )}
      </Loaded>
      <WordsField {...props} problem={undefined} label={words.giveWords} most={300} />
    </>
  )
}

function TransferFields(props: FieldsProps) {
  const words = useMessages(messages)
  return (
    <>
      <AreaDrill value={props.draft.areaId} onChange={(area) => props.change({ areaId: area.id })} />
      <WordsField {...props} label={words.transferWords} most={300} />
    </>
  )
}

function ReturnFields(props: FieldsProps) {
  const words = useMessages(messages)
  return (
    <>
      <WordsField {...props} label={words.returnWords} hint={words.returnHint} most={300} />
      <TextField
        label={words.returnChannel}
        value={props.draft.rightChannel}
        maxLength={200}
        onChange={(rightChannel) => props.change({ rightChannel })}
      />
    </>
  )
}

const FIELDS = {
  note: NoteFields,
  answer: AnswerFields,
  'hand-up': HandUpFields,
  give: GiveFields,
  transfer: TransferFields,
  return: ReturnFields,
}

/** What each kind of act asks for. */
export function ActFields({ act, ...props }: FieldsProps & { act: ActName }) {
  const Fields = FIELDS[act]
  return <Fields {...props} />
}
