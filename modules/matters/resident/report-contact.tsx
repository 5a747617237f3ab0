import { Link } from 'wouter'
import { PhoneField, TextField } from '#kernel/ui/field/field.tsx'
import { Options } from '#kernel/ui/options/options.tsx'
import { Tick } from '#kernel/ui/tick/tick.tsx'
import type { DraftState } from '#kernel/web/draft.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { Mistakes, ReportDraft } from './report-draft.ts'
import { messages } from './report.messages.ts'

type PartProps = { draft: DraftState<ReportDraft>; mistakes: Mistakes }

/** Whom to answer. */
export function ContactFields({ draft, mistakes }: PartProps) {
  const words = useMessages(messages)
  const { value, change } = draft
  return (
    <>
      <PhoneField
        label={words.phone}
        hint={words.phoneWhy}
        value={value.contactPhone}
        onChange={(contactPhone) => change({ contactPhone })}
        problem={mistakes['contactPhone']}
      />
      {value.contactPhone.trim() !== '' && (
        <Tick
          label={words.tellBySms}
          checked={value.tellBySms}
          onChange={(tellBySms) => change({ tellBySms })}
        />
      )}
      <TextField
        label={words.contactName}
        placeholder={words.nameExample}
        autoComplete="name"
        maxLength={40}
        value={value.contactName}
        onChange={(contactName) => change({ contactName })}
      />
    </>
  )
}

type VisibilityProps = { draft: DraftState<ReportDraft>; mayBePublic: boolean }

/** Who else may see it, in words that say what each means. */
export function Visibility({ draft, mayBePublic }: VisibilityProps) {
  const words = useMessages(messages)
  const { value, change } = draft
  if (!mayBePublic) return <p className="y-second">{words.alwaysPrivate}</p>
  return (
    <Options
      legend={words.whoSees}
      options={[
        { value: 'public', label: words.seenByAll, hint: words.seenByAllHow },
        { value: 'private', label: words.seenByStaff, hint: words.seenByStaffHow },
      ]}
      value={value.isPrivate ? 'private' : 'public'}
      onChange={(who) => change({ isPrivate: who === 'private' })}
    />
  )
}

/** A child's data need a guardian who knows. */
export function ForChild({ draft, mistakes }: PartProps) {
  const words = useMessages(messages)
  const { value, change } = draft
  return (
    <div>
      <Tick
        label={words.forChild}
        checked={value.isForChild}
        onChange={(isForChild) => change({ isForChild })}
      />
      {value.isForChild && (
        <Tick
          label={words.guardian}
          checked={value.guardianAgrees}
          onChange={(guardianAgrees) => change({ guardianAgrees })}
          problem={mistakes['guardian']}
        />
      )}
    </div>
  )
}

export function ConsentLine() {
  const words = useMessages(messages)
  return (
    <p className="y-second">
      {words.consent}{' '}
      <Link className="m-link" href="/notice">
        {words.notice}
      </Link>
    </p>
  )
}
