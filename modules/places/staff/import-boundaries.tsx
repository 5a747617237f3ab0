import { Alert, App, Button, Modal, Select, Space, Table } from 'antd'
import { useRef, useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import type { Area, AreaKind, CheckedBoundaries, CheckedShape, CoordinateSystem } from '../contract.ts'
import { kindsBelow } from '../web/area-kinds.ts'
import { areaWords } from '../web/area-words.messages.ts'
import { findingWords } from './boundary-findings.messages.ts'
import { linesOf } from './boundary-findings.tsx'
import { messages } from './import-boundaries.messages.ts'
import {
  type ChosenFile,
  likelyProperty,
  type Matching,
  readFile,
  useBoundaryImport,
} from './use-boundary-import.ts'

const systems = ['wgs84', 'cgcs2000', 'gcj02', 'bd09'] as const satisfies readonly CoordinateSystem[]

/** Takes the boundaries of many areas from one file, checked whole first. */
export function ImportBoundaries({ area, onClose }: { area: Area; onClose: () => void }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [chosen, setChosen] = useState<ChosenFile>()
  const [matching, setMatching] = useState<Matching>({
    kind: usualKind(area.kind),
    system: 'wgs84',
    property: undefined,
  })
  const importing = useBoundaryImport(area.id, chosen, matching)
  const { found } = importing
  const faulty = found ? found.items.length - found.sound : 0
  async function take(): Promise<void> {
    const taken = await importing.take(faulty > 0 ? 'sound' : undefined)
    if (taken === undefined) return
    void message.success(words.done(taken))
    onClose()
  }
  const choose = (file: ChosenFile): void => {
    setChosen(file)
    setMatching({ ...matching, property: likelyProperty(file.properties) })
  }
  return (
    <Modal
      open
      width={760}
      title={words.title(area.name)}
      footer={
        <Space wrap>
          <Button onClick={onClose}>{words.close}</Button>
          {found && faulty > 0 && chosen && <FaultyButton chosen={chosen} found={found} />}
          {found && found.sound > 0 ? (
            <Button type="primary" loading={importing.busy} onClick={() => void take()}>
              {faulty > 0 ? words.takeSound(found.sound) : words.take(found.sound)}
            </Button>
          ) : (
            <Button
              type="primary"
              disabled={!chosen}
              loading={importing.busy}
              onClick={() => void importing.check()}
            >
              {found ? words.again : words.check}
            </Button>
          )}
        </Space>
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p className="p-hint">{words.what}</p>
      <FileChoice chosen={chosen} onChoose={choose} />
      <Choices area={area} chosen={chosen} matching={matching} onChange={setMatching} />
      <ProblemNote problem={importing.problem} />
      {found && <Found found={found} onSystem={(system) => setMatching({ ...matching, system })} />}
    </Modal>
  )
}

const usualKind = (kind: AreaKind): AreaKind =>
  kind === 'district' ? 'community' : kind === 'building' || kind === 'unit' ? kind : 'grid'

function FileChoice(props: { chosen: ChosenFile | undefined; onChoose: (file: ChosenFile) => void }) {
  const words = useMessages(messages)
  const input = useRef<HTMLInputElement>(null)
  const [isUnreadable, setUnreadable] = useState(false)
  async function read(file: File | undefined): Promise<void> {
    if (!file) return
    const chosen = await readFile(file)
    setUnreadable(!chosen)
    if (chosen) props.onChoose(chosen)
    // The same file can be chosen again after it was mended.
    if (input.current) input.current.value = ''
  }
  return (
    <div className="p-bar">
      <input
        ref={input}
        type="file"
        accept=".json,.geojson,application/json,application/geo+json"
        hidden
        aria-label={words.file}
        onChange={(event) => void read(event.target.files?.[0])}
      />
      <Button onClick={() => input.current?.click()}>{words.file}</Button>
      {props.chosen && <span>{words.chosen(props.chosen.file.name, props.chosen.features.length)}</span>}
      {isUnreadable && <span role="alert">{words.unreadable}</span>}
    </div>
  )
}

function Choices(props: {
  area: Area
  chosen: ChosenFile | undefined
  matching: Matching
  onChange: (matching: Matching) => void
}) {
  const words = useMessages(messages)
  const terms = useMessages(areaWords)
  const findings = useMessages(findingWords)
  const { area, chosen, matching, onChange } = props
  const kinds = [area.kind, ...kindsBelow(area.kind)].filter((kind) => kind !== 'unit')
  return (
    <div className="p-import-choices">
      <Labelled id="import-kind" label={words.kind}>
        <Select
          id="import-kind"
          value={matching.kind}
          onChange={(kind) => onChange({ ...matching, kind })}
          options={kinds.map((value) => ({ value, label: terms.kinds[value] }))}
        />
      </Labelled>
      <Labelled id="import-system" label={words.system} hint={words.systemHint}>
        <Select
          id="import-system"
          value={matching.system}
          onChange={(system) => onChange({ ...matching, system })}
          options={systems.map((value) => ({ value, label: findings.systems[value] }))}
        />
      </Labelled>
      <Labelled id="import-property" label={words.property} hint={words.propertyHint}>
        <Select
          id="import-property"
          value={matching.property ?? ''}
          onChange={(property) => onChange({ ...matching, property: property || undefined })}
          options={[
            { value: '', label: words.byId },
            ...(chosen?.properties ?? []).map((value) => ({ value, label: value })),
          ]}
        />
      </Labelled>
    </div>
  )
}

function Found({
  found,
  onSystem,
}: {
  found: CheckedBoundaries
  onSystem: (system: CoordinateSystem) => void
}) {
  const words = useMessages(messages)
  const findings = useMessages(findingWords)
  const { items, sound, suggests, gaps, without } = found
  const isFine = sound === items.length
  const notes = [
    ...gaps.map(({ name, squareMetres }) => findings.gap(name, squareMetres)),
    ...(without.length > 0
      ? [
          words.without(
            without
              .slice(0, 5)
              .map(({ name }) => name)
              .join('、'),
            without.length,
          ),
        ]
      : []),
  ]
  return (
    <div role="status">
      <Alert
        type={isFine ? 'success' : 'error'}
        showIcon
        title={isFine ? words.checkedAll(sound) : words.checkedSome(sound, items.length)}
        {...(notes.length > 0 && {
          description: notes.map((note) => <p key={note}>{note}</p>),
        })}
      />
      {suggests && (
        <Alert
          type="warning"
          showIcon
          title={findings.suggests(findings.systems[suggests])}
          action={
            <Button size="small" onClick={() => onSystem(suggests)}>
              {findings.systems[suggests]}
            </Button>
          }
        />
      )}
      <Rows items={items} />
    </div>
  )
}

function Rows({ items }: { items: readonly CheckedShape[] }) {
  const words = useMessages(messages)
  const findings = useMessages(findingWords)
  // What must be looked at comes first.
  const weight = ({ faults, warnings }: CheckedShape): number => faults.length * 100 + warnings.length
  const columns = [
    { title: '', key: 'index', render: ({ index }: CheckedShape) => index + 1 },
    { title: words.columns.label, key: 'label', render: ({ label }: CheckedShape) => label || '—' },
    { title: words.columns.area, key: 'area', render: ({ areaName }: CheckedShape) => areaName ?? '—' },
    {
      title: words.columns.size,
      key: 'size',
      align: 'right' as const,
      render: ({ squareMetres }: CheckedShape) =>
        squareMetres === undefined ? '—' : findings.size(squareMetres),
    },
    {
      title: words.columns.found,
      key: 'found',
      render: (shape: CheckedShape) => {
        const lines = linesOf(shape, findings)
        const look = shape.faults.length > 0 ? 'p-fault' : lines.length > 0 ? 'p-warning' : 'p-hint'
        return <span className={look}>{lines.join('；') || words.fine}</span>
      },
    },
  ]
  return (
    <Table<CheckedShape>
      size="small"
      rowKey="index"
      dataSource={items.toSorted((a, b) => weight(b) - weight(a) || a.index - b.index)}
      columns={columns}
      pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
    />
  )
}

/** The faulty shapes as a file of their own, each with what is wrong, to be mended in the map program. */
function FaultyButton({ chosen, found }: { chosen: ChosenFile; found: CheckedBoundaries }) {
  const words = useMessages(messages)
  const findings = useMessages(findingWords)
  const save = (): void => {
    const features = found.items
      .filter(({ faults }) => faults.length > 0)
      .map((shape) => {
        const feature = chosen.features[shape.index] as { properties?: object }
        return {
          ...feature,
          properties: { ...feature.properties, fault: linesOf(shape, findings).join('；') },
        }
      })
    const file = new Blob([JSON.stringify({ type: 'FeatureCollection', features })], {
      type: 'application/geo+json',
    })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file)
    link.download = words.faultyName
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return <Button onClick={save}>{words.faulty}</Button>
}
