import { App, Button, Checkbox, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { fieldLines, SettingHistory } from '#modules/office/web/door.tsx'
import type { PosterWords } from '../contract.ts'
import { changePosterWords, readPlaceSettings } from '../web/routes.generated.ts'
import { messages } from './poster-words.messages.ts'
import './place-settings.css'

const texts = [
  { key: 'heading', label: 'heading', hint: 'headingHint', max: 20 },
  { key: 'line', label: 'line', hint: 'lineHint', max: 60 },
  { key: 'from', label: 'from', hint: 'fromHint', max: 40 },
] as const

/** What stands on all posters of the district besides the code and the place. */
export function PosterWordsPage() {
  const words = useMessages(messages)
  const settings = useStaffRoute(readPlaceSettings, {})
  const poster = settings.data?.poster
  return (
    <div className="p-settings">
      <h1>{words.title}</h1>
      <p className="p-hint">{words.what}</p>
      <ProblemNote problem={settings.error} again={() => void settings.refetch()} />
      {poster && <Form key={JSON.stringify(poster)} first={poster} />}
    </div>
  )
}

function Form({ first }: { first: PosterWords }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [poster, setPoster] = useState(first)
  const changing = useStaffAction(changePosterWords, { invalidates: ['/place-settings', '/settings'] })
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (await changing.run({ body: poster })) void message.success(words.saved)
  }
  const labels = {
    heading: words.heading,
    line: words.line,
    from: words.from,
    showsWorker: words.showsWorker,
  }
  const setBack = async (value: object): Promise<boolean> =>
    (await changing.run({ body: value as PosterWords })) !== undefined
  return (
    <>
      <form className="p-settings-card" onSubmit={(event) => void save(event)} noValidate>
        <ProblemNote problem={changing.problem} />
        {texts.map(({ key, label, hint, max }) => (
          <Labelled key={key} id={`poster-${key}`} label={words[label]} optional hint={words[hint]}>
            <Input
              id={`poster-${key}`}
              value={poster[key]}
              maxLength={max}
              onChange={(event) => setPoster({ ...poster, [key]: event.target.value })}
            />
          </Labelled>
        ))}
        <Checkbox
          checked={poster.showsWorker}
          onChange={(event) => setPoster({ ...poster, showsWorker: event.target.checked })}
        >
          {words.showsWorker}
        </Checkbox>
        <p className="p-hint">{words.showsWorkerHint}</p>
        <Button type="primary" htmlType="submit" loading={changing.busy}>
          {words.save}
        </Button>
      </form>
      <SettingHistory name="places.poster" linesOf={fieldLines(labels)} onSetBack={setBack} />
    </>
  )
}
