import { App, Button, Tabs } from 'antd'
import { type FormEvent, useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { type HistoryLine, SettingHistory } from '#modules/office/web/door.tsx'
import type { ConsentText } from '../../contract.ts'
import { changeConsent, readConsent } from '../../web/routes.generated.ts'
import { NoticeParts } from './notice-parts.tsx'
import { messages } from './settings.messages.ts'
import '../setup/setup.css'

const languages = ['zh', 'en'] as const

/** The notice on personal data, as the office words it. */
export function NoticeSettingsPage() {
  const { notice: words } = useMessages(messages)
  const found = useStaffRoute(readConsent, {})
  return (
    <div className="su">
      <h1>{words.title}</h1>
      <p className="su-second">{words.what}</p>
      <ProblemNote problem={found.error} again={() => void found.refetch()} />
      {found.data && <NoticeForm key={found.data.version} inForce={found.data.text} />}
    </div>
  )
}

function NoticeForm({ inForce }: { inForce: ConsentText }) {
  const { notice: words, publish, saved } = useMessages(messages)
  const { message } = App.useApp()
  const [text, setText] = useState(inForce)
  const [isChecked, setChecked] = useState(false)
  const action = useStaffAction(changeConsent, { invalidates: ['/consent', '/settings'] })
  const isWrong = languages.some(
    (language) =>
      text[language].length === 0 || text[language].some((part) => !part.head.trim() || !part.text.trim()),
  )
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    setChecked(true)
    if (!isWrong && (await action.run({ body: text }))) void message.success(saved)
  }
  const linesOf = (value: object): HistoryLine[] =>
    languages.flatMap((language) =>
      (value as ConsentText)[language].map((part): HistoryLine => [
        words.part(words[language], part.head),
        part.text,
      ]),
    )
  const setBack = async (value: object): Promise<boolean> =>
    (await action.run({ body: value as ConsentText })) !== undefined
  return (
    <>
      <form onSubmit={(event) => void save(event)} noValidate>
        <ProblemNote problem={action.problem} />
        <Tabs
          items={languages.map((language) => ({
            key: language,
            label: words[language],
            children: (
              <NoticeParts
                language={language}
                parts={text[language]}
                onChange={(parts) => setText({ ...text, [language]: parts })}
              />
            ),
          }))}
        />
        {isChecked && isWrong && (
          <p className="su-late" role="alert">
            {words.need}
          </p>
        )}
        <div className="su-bar">
          <Button type="primary" htmlType="submit" loading={action.busy}>
            {publish}
          </Button>
          <a href="/notice" target="_blank" rel="noreferrer">
            {words.see}
          </a>
        </div>
      </form>
      <SettingHistory name="office.consent" linesOf={linesOf} onSetBack={setBack} />
    </>
  )
}
