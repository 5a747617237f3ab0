import { App, Button, Input, InputNumber, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { fieldLines, SettingHistory } from '#modules/office/web/door.tsx'
import type { BaseMap } from '../contract.ts'
import { changeBaseMap, readPlaceSettings } from '../web/routes.generated.ts'
import { messages } from './base-map.messages.ts'
import './place-settings.css'

const systems = ['wgs84', 'cgcs2000', 'gcj02'] as const satisfies readonly BaseMap['system'][]

const isTemplate = (text: string): boolean =>
  /^https?:\/\/\S+$/.test(text) && ['{z}', '{x}', '{y}'].every((part) => text.includes(part))

/** The map below the own lines, for all staff pages of the district. */
export function BaseMapPage() {
  const words = useMessages(messages)
  const settings = useStaffRoute(readPlaceSettings, {})
  const map = settings.data?.baseMap
  return (
    <div className="p-settings">
      <h1>{words.title}</h1>
      <p className="p-hint">{words.what}</p>
      <ProblemNote problem={settings.error} again={() => void settings.refetch()} />
      {map && <Form key={JSON.stringify(map)} first={map} />}
    </div>
  )
}

function Form({ first }: { first: BaseMap }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [map, setMap] = useState(first)
  const [isChecked, setChecked] = useState(false)
  const changing = useStaffAction(changeBaseMap, { invalidates: ['/place-settings', '/settings'] })
  const template = map.template.trim()
  const isWrong = template !== '' && !isTemplate(template)
  const isUnnamed = template !== '' && map.note.trim() === ''
  async function put(next: BaseMap): Promise<boolean> {
    if (!(await changing.run({ body: next }))) return false
    // The page's own rules, made when it was loaded, do not know the new address yet.
    if (next.template && next.template !== first.template) location.reload()
    return true
  }
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    setChecked(true)
    if (isWrong || isUnnamed) return
    const done = await put({ ...map, template, note: map.note.trim() })
    if (done) void message.success(template ? words.saved : words.removed)
  }
  const { template: address, system, note, deepest } = words
  const labels = { template: address, system, note, deepest }
  return (
    <>
      <form className="p-settings-card" onSubmit={(event) => void save(event)} noValidate>
        <ProblemNote problem={changing.problem} />
        <Fields
          map={map}
          onChange={setMap}
          isWrong={isChecked && isWrong}
          isUnnamed={isChecked && isUnnamed}
        />
        <Button type="primary" htmlType="submit" loading={changing.busy}>
          {words.save}
        </Button>
      </form>
      <SettingHistory
        name="places.base-map"
        linesOf={fieldLines(labels, words.systems)}
        onSetBack={(value) => put(value as BaseMap)}
      />
    </>
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
