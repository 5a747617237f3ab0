import { Link } from '@tanstack/react-router'
import { App, Button, DatePicker, Modal } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { formatDay } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { Can } from '#kernel/web/react/session.tsx'
import { useAddress } from '#kernel/web/react/use-address.ts'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { AreaSelect } from '#modules/places/web/door.tsx'
import type { Formation } from '../contract.ts'
import { listFormations, openFormation } from '../web/routes.generated.ts'
import { AddStep } from './formation-step.tsx'
import { messages } from './formations.messages.ts'
import './organisations.css'
import './formations.css'

/** How the owners of each estate come to a committee, step by step. */
export function FormationsPage() {
  const words = useMessages(messages)
  const { search } = useAddress()
  const area = Number(search['area']) || undefined
  const [isOpening, setOpening] = useState(false)
  const found = useStaffRoute(listFormations, { query: { ...(area && { area }) } }, { keepLast: true })
  const items = found.data?.items ?? []
  return (
    <div className="g-page">
      <div className="g-bar">
        <h1>{words.title}</h1>
        <Link to="/organisations">{words.back}</Link>
        <span className="g-space" />
        <Can permission="organisations.edit">
          <Button type="primary" onClick={() => setOpening(true)}>
            {words.open}
          </Button>
        </Can>
      </div>
      <ProblemNote problem={found.error} again={() => void found.refetch()} />
      {found.data && items.length === 0 && <p>{words.none}</p>}
      <Group title={words.underWay} items={items.filter((each) => !each.closedOn)} />
      <Group title={words.closed} items={items.filter((each) => each.closedOn)} />
      {isOpening && <OpenFormation area={area} onClose={() => setOpening(false)} />}
    </div>
  )
}

function Group({ title, items }: { title: string; items: readonly Formation[] }) {
  if (items.length === 0) return null
  return (
    <section aria-label={title}>
      <h2>
        {title} <span className="g-hint">{items.length}</span>
      </h2>
      <ul className="f-cases">
        {items.map((formation) => (
          <Case key={formation.id} formation={formation} />
        ))}
      </ul>
    </section>
  )
}

function Case({ formation }: { formation: Formation }) {
  const words = useMessages(messages)
  const language = useLanguage()
  const [isAdding, setAdding] = useState(false)
  const { areaName, communityName, openedOn, closedOn, organisationName, steps } = formation
  const end = organisationName ? words.filedAs(organisationName) : words.givenUp
  return (
    <li>
      <div className="g-bar">
        <b>{areaName}</b>
        <span className="g-hint">
          {communityName} · {closedOn ? end : words.since(formatDay(openedOn, language))}
        </span>
        <span className="g-space" />
        {!closedOn && (
          <Can permission="organisations.edit">
            <Button size="small" onClick={() => setAdding(true)}>
              {words.next}
            </Button>
          </Can>
        )}
      </div>
      <ol>
        {steps.map(({ step, day, note, vote }) => (
          <li key={step}>
            <b>{words.steps[step]}</b> {formatDay(day, language)}
            <span className="g-hint">
              {vote && words.counts(vote.entitled, vote.voted, vote.inFavour)} {note}
            </span>
          </li>
        ))}
      </ol>
      {isAdding && <AddStep formation={formation} onClose={() => setAdding(false)} />}
    </li>
  )
}

function OpenFormation({ area, onClose }: { area: number | undefined; onClose: () => void }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [areaId, setAreaId] = useState(area)
  const [openedOn, setOpenedOn] = useState<string>()
  const [isChecked, setChecked] = useState(false)
  const opening = useStaffAction(openFormation, { invalidates: ['/formations'] })
  async function begin(): Promise<void> {
    setChecked(true)
    if (!areaId) return
    if (!(await opening.run({ body: { areaId, ...(openedOn && { openedOn }) } }))) return
    void message.success(words.begun)
    onClose()
  }
  return (
    <Modal
      open
      title={words.openTitle}
      okText={words.begin}
      cancelText={words.cancel}
      confirmLoading={opening.busy}
      onOk={() => void begin()}
      onCancel={onClose}
    >
      <ProblemNote problem={opening.problem} />
      <Labelled
        id="formation-area"
        label={words.area}
        error={isChecked && !areaId ? words.areaMissing : undefined}
      >
        <AreaSelect
          id="formation-area"
          value={areaId}
          kinds={['quarter', 'grid', 'micro_grid', 'building']}
          onChange={setAreaId}
        />
      </Labelled>
      <Labelled id="formation-day" label={words.openedOn} optional>
        <DatePicker
          id="formation-day"
          value={openedOn ? dayjs(openedOn) : null}
          maxDate={dayjs()}
          onChange={(day) => setOpenedOn(day?.format('YYYY-MM-DD'))}
          style={{ width: '100%' }}
        />
      </Labelled>
    </Modal>
  )
}
