import { App, Button, Checkbox, Radio } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { OwnChoices, Way } from '../contract.ts'
import { changeChoices, readChoices } from '../web/routes.generated.ts'
import { messages } from './choices.messages.ts'
import { noticeWords } from './notice-words.messages.ts'
import { OwnAddress } from './own-address.tsx'
import { WallTime } from './wall-time.tsx'
import './notices.css'

/** How one wants to be reached. */
export function ChoicesPage() {
  const words = useMessages(messages)
  const choices = useStaffRoute(readChoices, {})
  const { data } = choices
  return (
    <>
      <h1>{words.title}</h1>
      <p className="nt-hint" style={{ marginBottom: 12 }}>
        {words.what}
      </p>
      <ProblemNote problem={choices.error} again={() => void choices.refetch()} />
      {data && (
        <>
          <section className="nt-section">
            <h2>{words.reach}</h2>
            {data.open.length === 0 && <p>{words.noneOpen}</p>}
            {data.open.map((way) => (
              <OwnAddress key={way} way={way} known={data.addresses.find((each) => each.way === way)} />
            ))}
          </section>
          {/* Made anew when an address comes or goes, since the usual ways change with it. */}
          <ChoiceForm key={data.addresses.map(({ way }) => way).join()} choices={data} />
        </>
      )}
    </>
  )
}

type Draft = Pick<OwnChoices, 'language' | 'quiet'> & { chosen: Record<string, Way[]> }

const draftOf = ({ language, quiet, groups }: OwnChoices): Draft => ({
  language,
  ...(quiet && { quiet }),
  chosen: Object.fromEntries(groups.filter((each) => each.isChosen).map(({ key, ways }) => [key, ways])),
})

type Part = { choices: OwnChoices; draft: Draft; onChange: (draft: Draft) => void }

function ChoiceForm({ choices }: { choices: OwnChoices }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [draft, setDraft] = useState(() => draftOf(choices))
  const saving = useStaffAction(changeChoices, { invalidates: ['/notices/choices'] })
  async function save(): Promise<void> {
    const { language, quiet, chosen } = draft
    const groups = Object.entries(chosen).map(([key, ways]) => ({ key, ways }))
    if (await saving.run({ body: { language, groups, ...(quiet && { quiet }) } }))
      void message.success(words.saved)
  }
  const part = { choices, draft, onChange: setDraft }
  return (
    <section className="nt-section">
      <h2>{words.about}</h2>
      <Groups {...part} />
      <h2 className="nt-more">{words.quiet}</h2>
      <QuietHours {...part} />
      <h2 className="nt-more">{words.language}</h2>
      <Radio.Group
        aria-label={words.language}
        value={draft.language}
        onChange={(event) => setDraft({ ...draft, language: event.target.value as Draft['language'] })}
        options={[
          { value: 'zh', label: words.chinese },
          { value: 'en', label: words.english },
        ]}
      />
      <div className="nt-foot">
        <Button type="primary" loading={saving.busy} onClick={() => void save()}>
          {words.save}
        </Button>
        <ProblemNote problem={saving.problem} />
      </div>
    </section>
  )
}

/** Groups of notices down, ways across; only ways that are open and have an address can be chosen. */
function Groups({ choices, draft, onChange }: Part) {
  const words = useMessages(messages)
  const { ways: names } = useMessages(noticeWords)
  const offered = choices.open.filter((way) => choices.addresses.some((each) => each.way === way))
  if (choices.groups.length === 0) return <p className="nt-hint">{words.noGroups}</p>
  const waysOf = (group: OwnChoices['groups'][number]): readonly Way[] =>
    draft.chosen[group.key] ?? group.ways
  const toggle = (group: OwnChoices['groups'][number], way: Way, isOn: boolean): void => {
    const others = waysOf(group).filter((each) => each !== way)
    onChange({ ...draft, chosen: { ...draft.chosen, [group.key]: isOn ? [...others, way] : others } })
  }
  return (
    <>
      <table className="nt-choices">
        <thead>
          <tr>
            <th>{words.group}</th>
            <th>{words.list}</th>
            {offered.map((way) => (
              <th key={way}>{names[way]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {choices.groups.map((group) => (
            <tr key={group.key}>
              <th scope="row">{group.name}</th>
              <td className="nt-hint">{words.always}</td>
              {offered.map((way) => (
                <td key={way}>
                  <Checkbox
                    aria-label={`${group.name} ${names[way]}`}
                    checked={waysOf(group).includes(way)}
                    onChange={(event) => toggle(group, way, event.target.checked)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="nt-hint">{words.usual}</p>
    </>
  )
}

function QuietHours({ choices, draft, onChange }: Part) {
  const words = useMessages(messages)
  const { districtQuiet } = choices
  const { quiet, ...rest } = draft
  const wall = (name: 'from' | 'until') => (
    <>
      {words[name]}
      <WallTime
        label={`${words.quiet} ${words[name]}`}
        value={quiet?.[name] ?? districtQuiet[name]}
        onChange={(time) => onChange({ ...draft, quiet: { ...(quiet ?? districtQuiet), [name]: time } })}
      />
    </>
  )
  return (
    <>
      <div className="nt-row">
        <Radio.Group
          aria-label={words.quiet}
          value={quiet ? 'own' : 'district'}
          onChange={(event) =>
            onChange(event.target.value === 'own' ? { ...rest, quiet: districtQuiet } : rest)
          }
          options={[
            { value: 'district', label: words.quietDistrict(districtQuiet.from, districtQuiet.until) },
            { value: 'own', label: words.quietOwn },
          ]}
        />
        {quiet && wall('from')}
        {quiet && wall('until')}
      </div>
      <p className="nt-hint">{words.quietHint}</p>
    </>
  )
}
