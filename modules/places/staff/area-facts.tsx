import { App, Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDay } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Can } from '#kernel/web/react/session.tsx'
import type { Area } from '../contract.ts'
import { kindsBelow } from '../web/area-kinds.ts'
import { areaWords } from '../web/area-words.messages.ts'
import { AreaForm } from './area-form.tsx'
import { messages } from './areas.messages.ts'
import { EndArea } from './end-area.tsx'
import { LineageNote } from './lineage-note.tsx'

type Props = { area: Area; on: string | undefined }

/** What an area is, and what may be done with it today. */
export function AreaFacts({ area, on }: Props) {
  const facts = useFacts(area)
  return (
    <>
      <div className="p-head">
        <div>
          <h2>{area.name}</h2>
          <p className="p-hint">{area.pathNames.join(' / ')}</p>
        </div>
        {!on && <Actions area={area} />}
      </div>
      <dl className="p-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <LineageNote areaId={area.id} />
    </>
  )
}

function useFacts(area: Area): readonly (readonly [name: string, value: string])[] {
  const { facts: words, unset } = useMessages(messages)
  const terms = useMessages(areaWords)
  const language = useLanguage()
  const { kind, code, communityType, gridKind } = area
  const type = communityType ? terms.communityTypes[communityType] : unset
  const grid = gridKind ? terms.gridKinds[gridKind] : unset
  const facts: [string, string | undefined][] = [
    [words.kind, terms.kinds[kind]],
    [words.code, code],
    [words.communityType, kind === 'community' ? type : undefined],
    [words.gridKind, kind === 'grid' ? grid : undefined],
    [words.households, area.households === undefined ? undefined : String(area.households)],
    [words.since, formatDay(area.validFrom, language)],
    [words.below, String(area.childCount)],
  ]
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
}

function Actions({ area }: { area: Area }) {
  const words = useMessages(messages)
  const [doing, setDoing] = useState<'add' | 'change' | 'end'>()
  const { message } = App.useApp()
  const done = (said: string): void => {
    setDoing(undefined)
    void message.success(said)
  }
  const close = (): void => setDoing(undefined)
  return (
    <div className="p-actions">
      <Can permission="people.read">
        <Link to="/areas/$areaId/duties" params={{ areaId: String(area.id) }} className="ant-btn-link">
          {words.actions.duties}
        </Link>
      </Can>
      {area.kind !== 'building' && area.kind !== 'unit' && area.kind !== 'micro_grid' && (
        <Link to="/areas/$areaId/regroup" params={{ areaId: String(area.id) }} className="ant-btn-link">
          {area.kind === 'grid' ? words.actions.regroup : words.actions.regroupings}
        </Link>
      )}
      <Can permission="places.edit">
        {kindsBelow(area.kind).length > 0 && (
          <Button type="primary" onClick={() => setDoing('add')}>
            {words.actions.add}
          </Button>
        )}
        <Button onClick={() => setDoing('change')}>{words.actions.change}</Button>
        {area.kind !== 'district' && (
          <Button danger onClick={() => setDoing('end')}>
            {words.actions.end}
          </Button>
        )}
      </Can>
      {(doing === 'add' || doing === 'change') && (
        <AreaForm how={doing} area={area} onDone={done} onClose={close} />
      )}
      {doing === 'end' && <EndArea area={area} onDone={done} onClose={close} />}
    </div>
  )
}
