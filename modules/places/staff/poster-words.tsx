import { App, Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { PosterWords } from '../contract.ts'
import { changePosterWords, readPlaceSettings } from '../web/routes.generated.ts'
import { messages } from './poster-words.messages.ts'

/** Sets what stands on all posters of the district besides the code and the place. */
export function PosterWordsSettings() {
  const words = useMessages(messages)
  const [isOpen, setOpen] = useState(false)
  const settings = useStaffRoute(readPlaceSettings, {})
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.open}</Button>
      {isOpen && settings.data && <Form first={settings.data.poster} onClose={() => setOpen(false)} />}
    </>
  )
}

const texts = [
  { key: 'heading', label: 'heading', hint: 'headingHint', max: 20 },
  { key: 'line', label: 'line', hint: 'lineHint', max: 60 },
  { key: 'from', label: 'from', hint: 'fromHint', max: 40 },
] as const

function Form({ first, onClose }: { first: PosterWords; onClose: () => void }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [poster, setPoster] = useState(first)
  const changing = useStaffAction(changePosterWords, { invalidates: ['/place-settings'] })
  async function save(): Promise<void> {
    const saved = await changing.run({ body: poster })
    if (!saved) return
    void message.success(words.saved)
    onClose()
  }
  return (
    <Modal
      open
      title={words.title}
      okText={words.save}
      cancelText={words.cancel}
      confirmLoading={changing.busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <p className="p-hint">{words.what}</p>
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
    </Modal>
  )
}
