import { App, Button, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { BaseMap } from '../contract.ts'
import { changeBaseMap, readPlaceSettings } from '../web/routes.generated.ts'
import { messages } from './base-map-settings.messages.ts'

const systems = ['wgs84', 'cgcs2000', 'gcj02'] as const satisfies readonly BaseMap['system'][]

const isTemplate = (text: string): boolean =>
  /^https?:\/\/\S+$/.test(text) && ['{z}', '{x}', '{y}'].every((part) => text.includes(part))

/** Sets the map below the own lines, for all staff pages of the district. */
export function BaseMapSettings() {
  const words = useMessages(messages)
  const [isOpen, setOpen] = useState(false)
  const settings = useStaffRoute(readPlaceSettings, {})
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.open}</Button>
      {isOpen && settings.data && <Form first={settings.data.baseMap} onClose={() => setOpen(false)} />}
    </>
  )
}

function Form({ first, onClose }: { first: BaseMap; onClose: () => void }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [map, setMap] = useState(first)
  const [isChecked, setChecked] = useState(false)
  const changing = useStaffAction(changeBaseMap, { invalidates: ['/place-settings'] })
  const template = map.template.trim()
  const isWrong = template !== '' && !isTemplate(template)
  const isUnnamed = template !== '' && map.note.trim() === ''
  async function save(): Promise<void> {
    setChecked(true)
    if (isWrong || isUnnamed) return
    const saved = await changing.run({ body: { ...map, template, note: map.note.trim() } })
    if (!saved) return
    // The page's own rules, made when it was loaded, do not know the new address yet.
    if (template && template !== first.template) location.reload()
    void message.success(template ? words.saved : words.removed)
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
      <Fields map={map} onChange={setMap} isWrong={isChecked && isWrong} isUnnamed={isChecked && isUnnamed} />
    </Modal>
  )
}

function Fields(props: {
  map: BaseMap
  onChange: (map: BaseMap) => void
  isWrong: boolean
  isUnnamed: boolean
}) {
  const words = useMessages(messages)
  const { map, onChange, isWrong, isUnnamed } = props
  return (
    <>
      <Labelled
        id="tile-template"
        label={words.template}
        hint={words.templateHint}
        error={isWrong ? words.templateWrong : undefined}
      >
        <Input
          id="tile-template"
          value={map.template}
          maxLength={400}
          spellCheck={false}
          onChange={(event) => onChange({ ...map, template: event.target.value })}
        />
      </Labelled>
      <Labelled id="tile-system" label={words.system}>
        <Select
          id="tile-system"
          value={map.system}
          onChange={(system) => onChange({ ...map, system })}
          options={systems.map((value) => ({ value, label: words.systems[value] }))}
          style={{ width: '100%' }}
        />
      </Labelled>
      <Labelled
        id="tile-note"
        label={words.note}
        hint={words.noteHint}
        error={isUnnamed ? words.noteMissing : undefined}
      >
        <Input
          id="tile-note"
          value={map.note}
          maxLength={120}
          onChange={(event) => onChange({ ...map, note: event.target.value })}
        />
      </Labelled>
      <Labelled id="tile-deepest" label={words.deepest}>
        <InputNumber
          id="tile-deepest"
          min={1}
          max={22}
          value={map.deepest}
          onChange={(deepest) => onChange({ ...map, deepest: deepest ?? 18 })}
        />
      </Labelled>
    </>
  )
}
