import { useEffect, useRef } from 'react'
import { Button } from '#kernel/ui/button/button.tsx'
import { ChoiceGrid } from '#kernel/ui/choice-grid/choice-grid.tsx'
import { FieldProblem } from '#kernel/ui/field/field.tsx'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { SubjectName } from '../contract.ts'
import { subjectIcon } from '../web/subject-icon.ts'
import { messages } from './report.messages.ts'

export type Group = SubjectName & { readonly subjects: readonly SubjectName[] }

const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8]

/** Keeps the page as it is until the subjects are here. */
function WaitingTiles() {
  return (
    <div className="y-choices__grid" aria-hidden>
      {EIGHT.map((number) => (
        <div key={number} className="y-choice__tile y-choice__tile--waiting" />
      ))}
    </div>
  )
}

function GroupTiles({ groups, onOpen }: { groups: readonly Group[]; onOpen: (key: string) => void }) {
  const words = useMessages(messages)
  const language = useLanguage()
  return (
    <div className="y-choices__grid" role="group" aria-label={words.whatAbout}>
      {groups.map((group) => (
        <button
          key={group.key}
          type="button"
          className="y-choice__tile m-group"
          data-group={group.key}
          onClick={() => onOpen(group.key)}
        >
          <Icon name={subjectIcon(group.icon)} size={1.65} />
          {group[language]}
        </button>
      ))}
    </div>
  )
}

function Subjects(props: {
  group: Group
  subject: string
  onChoose: (key: string) => void
  onBack: () => void
}) {
  const { group, subject, onChoose, onBack } = props
  const words = useMessages(messages)
  const language = useLanguage()
  return (
    <div className="m-subjects" data-subjects>
      <Button kind="quiet" icon="back" onPress={onBack}>
        {words.otherGroup}
      </Button>
      <ChoiceGrid
        legend={words.whichOne(group[language])}
        choices={group.subjects.map((one) => ({ value: one.key, label: one[language] }))}
        value={subject}
        onChange={onChoose}
      />
    </div>
  )
}

type Props = {
  groups: readonly Group[] | undefined
  group: string
  subject: string
  problem: string | undefined
  onChange: (choice: { group: string; subject: string }) => void
}

/** A group, then its subject, in the same place; the focus goes along. */
export function SubjectPicker({ groups, group, subject, problem, onChange }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const moved = useRef<string>(undefined)
  const open = groups?.find((one) => one.key === group || one.subjects.some(({ key }) => key === subject))

  useEffect(() => {
    if (!moved.current) return
    box.current?.querySelector<HTMLElement>(moved.current)?.focus()
    moved.current = undefined
  })

  const enter = (key: string) => {
    moved.current = '[data-subjects] input'
    onChange({ group: key, subject: '' })
  }
  const leave = () => {
    moved.current = `[data-group="${open?.key ?? ''}"]`
    onChange({ group: '', subject: '' })
  }
  return (
    <div ref={box} className={problem ? 'm-picker m-picker--wrong' : 'm-picker'}>
      {!groups && <WaitingTiles />}
      {groups && !open && <GroupTiles groups={groups} onOpen={enter} />}
      {open && (
        <Subjects
          group={open}
          subject={subject}
          onChoose={(key) => onChange({ group: open.key, subject: key })}
          onBack={leave}
        />
      )}
      <FieldProblem problem={problem} />
    </div>
  )
}
