import { useState } from 'react'
import { Button } from '#kernel/ui/button/button.tsx'
import { ChoiceGrid } from '#kernel/ui/choice-grid/choice-grid.tsx'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useKeptRoute } from '#kernel/web/use-kept-route.ts'
import type { SubjectGroup, SubjectName } from '../contract.ts'
import { listSubjects } from '../web/routes.generated.ts'
import { subjectIcon } from '../web/subject-icon.ts'
import { messages } from './new.messages.ts'

type Props = { value: string; onChange: (subject: string) => void }

/** What was chosen, on one line. */
export function Chosen(props: { icon?: string; text: string; change: string; onChange: () => void }) {
  return (
    <div className="mt-chosen">
      {props.icon && <Icon name={subjectIcon(props.icon)} />}
      <strong className="mt-chosen__text">{props.text}</strong>
      <Button kind="quiet" onPress={props.onChange}>
        {props.change}
      </Button>
    </div>
  )
}

type Groups = { groups: readonly SubjectGroup[] }

function useChoices() {
  const language = useLanguage()
  return (names: readonly SubjectName[]) =>
    names.map((name) => ({ value: name.key, label: name[language], icon: subjectIcon(name.icon) }))
}

/** First the group, then the subject in it; a group of one is the subject. */
function TwoSteps({ groups, onChange }: Groups & Pick<Props, 'onChange'>) {
  const words = useMessages(messages)
  const language = useLanguage()
  const choicesOf = useChoices()
  const [group, setGroup] = useState<SubjectGroup>()
  function openGroup(key: string) {
    const opened = groups.find((one) => one.key === key)
    const [first, ...others] = opened?.subjects ?? []
    if (first && others.length === 0) onChange(first.key)
    else setGroup(opened)
  }
  if (!group) {
    return (
      <ChoiceGrid legend={words.group} choices={choicesOf(groups)} value={undefined} onChange={openGroup} />
    )
  }
  return (
    <>
      <Chosen
        icon={group.icon}
        text={group[language]}
        change={words.change}
        onChange={() => setGroup(undefined)}
      />
      <ChoiceGrid
        legend={words.subject}
        choices={choicesOf(group.subjects)}
        value={undefined}
        onChange={onChange}
      />
    </>
  )
}

function Choice({ groups, value, onChange }: Props & Groups) {
  const words = useMessages(messages)
  const language = useLanguage()
  const chosen = groups.flatMap(({ subjects }) => subjects).find(({ key }) => key === value)
  if (!chosen) return <TwoSteps groups={groups} onChange={onChange} />
  return (
    <Chosen icon={chosen.icon} text={chosen[language]} change={words.change} onChange={() => onChange('')} />
  )
}

/** What it is about, in two taps. */
export function SubjectChoice(props: Props) {
  const subjects = useKeptRoute(listSubjects, {})
  return (
    <Loaded from={subjects} lines={4}>
      {({ groups }) => <Choice {...props} groups={groups} />}
    </Loaded>
  )
}

export function useSubjectName(key: string): string {
  const language = useLanguage()
  const { data } = useKeptRoute(listSubjects, {})
  const found = data?.groups.flatMap(({ subjects }) => subjects).find((subject) => subject.key === key)
  return found?.[language] ?? ''
}
