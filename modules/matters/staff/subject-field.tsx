import { Button } from 'antd'
import { useState } from 'react'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useLanguage } from '#kernel/web/language.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { SubjectGroup } from '../contract.ts'
import { listSubjects } from '../web/routes.generated.ts'
import { subjectIcon } from '../web/subject-icon.ts'

type Props = {
  readonly legend: string
  readonly changeName: string
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (key: string) => void
}

/** The subject in two steps: first the kind of thing, then which. */
export function SubjectField({ legend, changeName, value, error, onChange }: Props) {
  const language = useLanguage()
  const answer = useStaffRoute(listSubjects, {})
  const groups = answer.data?.groups ?? []
  const chosen = groups.flatMap(({ subjects }) => subjects).find(({ key }) => key === value)
  return (
    <fieldset className="m-choices is-plain">
      <legend>{legend}</legend>
      <ProblemNote problem={answer.error} again={() => void answer.refetch()} />
      {chosen ? (
        <p className="m-picked">
          <Icon name={subjectIcon(chosen.icon)} size={1.2} />
          <span>{chosen[language]}</span>
          <Button size="small" onClick={() => onChange('')}>
            {changeName}
          </Button>
        </p>
      ) : (
        <TwoSteps groups={groups} onChange={onChange} />
      )}
      {error && (
        <p className="m-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

function TwoSteps({ groups, onChange }: { groups: readonly SubjectGroup[]; onChange: Props['onChange'] }) {
  const language = useLanguage()
  const [groupKey, setGroupKey] = useState<string>()
  const group = groups.find(({ key }) => key === groupKey) ?? groups[0]
  return (
    <div className="m-subjects">
      <ul>
        {groups.map((one) => (
          <li key={one.key}>
            <button type="button" aria-pressed={one === group} onClick={() => setGroupKey(one.key)}>
              {one[language]}
            </button>
          </li>
        ))}
      </ul>
      <ul>
        {group?.subjects.map((subject) => (
          <li key={subject.key}>
            <button type="button" onClick={() => onChange(subject.key)}>
              <Icon name={subjectIcon(subject.icon)} size={1.1} />
              {subject[language]}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
