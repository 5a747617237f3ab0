import { App, Button } from 'antd'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { SettingVersion } from '../contract.ts'
import { listSettingVersions } from './routes.generated.ts'
import { messages } from './setting-history.messages.ts'
import './setting-history.css'

/** One field of a version in words: what it is called, what it says. */
export type HistoryLine = readonly [label: string, text: string]
type Value = SettingVersion['value']

/** Fields with a label, in the labels' order; a dot leads into a group. Yes and no are told in the reader's words. */
export const fieldLines =
  (labels: Readonly<Record<string, string>>, choices: Readonly<Record<string, string>> = {}) =>
  (value: Value): HistoryLine[] =>
    Object.entries(labels).map(([path, label]) => {
      const found = path.split('.').reduce<unknown>((at, key) => (at as Value | undefined)?.[key], value)
      return [label, textOf(found, choices)]
    })

function textOf(value: unknown, choices: Readonly<Record<string, string>>): string {
  if (Array.isArray(value)) return value.map((each) => textOf(each, choices)).join('、')
  if (typeof value === 'boolean') return value ? '✓' : '✗'
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  return choices[text] ?? text
}

type Props = {
  /** Such as `office.identity`. */
  readonly name: string
  readonly linesOf: (value: Value) => readonly HistoryLine[]
  /** Makes the change with these values; whether it was done. */
  readonly onSetBack: (value: Value) => Promise<boolean>
}

/** Who changed a setting, when, and from what to what; each earlier version can be set back by a new change. */
export function SettingHistory({ name, linesOf, onSetBack }: Props) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const found = useStaffRoute(listSettingVersions, { params: { name } })
  const versions = found.data?.items ?? []
  async function setBack(value: Value): Promise<void> {
    if (await onSetBack(value)) void message.success(words.done)
  }
  return (
    <section className="o-history" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ProblemNote problem={found.error} again={() => void found.refetch()} />
      {versions.length === 1 && <p className="o-second">{words.never}</p>}
      {versions.length > 1 && (
        <ol>
          {versions.map((version, index) => (
            <Version
              key={version.version}
              version={version}
              before={versions[index + 1]}
              isInForce={index === 0}
              linesOf={linesOf}
              onSetBack={() => void setBack(version.value)}
            />
          ))}
        </ol>
      )}
    </section>
  )
}

function Version(props: {
  version: SettingVersion
  before: SettingVersion | undefined
  isInForce: boolean
  linesOf: Props['linesOf']
  onSetBack: () => void
}) {
  const words = useMessages(messages)
  const dates = useDates()
  const { version, before, isInForce, linesOf } = props
  const { changedAt, changedBy } = version
  return (
    <li>
      <div className="o-history-head">
        <strong>
          {changedAt ? words.version(version.version, changedBy, dates.whole(changedAt)) : words.brought}
        </strong>
        {isInForce ? (
          <span className="o-second">{words.inForce}</span>
        ) : (
          <Button size="small" onClick={props.onSetBack}>
            {words.setBack}
          </Button>
        )}
      </div>
      {before && <Changes was={linesOf(before.value)} now={linesOf(version.value)} />}
    </li>
  )
}

function Changes({ was, now }: { was: readonly HistoryLine[]; now: readonly HistoryLine[] }) {
  const words = useMessages(messages)
  const shown = (text: string | undefined): string => {
    if (!text) return words.nothing
    if (text === '✓') return words.yes
    return text === '✗' ? words.no : text
  }
  const before = new Map(was)
  const after = new Map(now)
  const changed = [...new Set([...after.keys(), ...before.keys()])].filter(
    (label) => before.get(label) !== after.get(label),
  )
  if (changed.length === 0) return <p className="o-second">{words.same}</p>
  return (
    <dl>
      {changed.map((label) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{words.changed(shown(before.get(label)), shown(after.get(label)))}</dd>
        </div>
      ))}
    </dl>
  )
}
