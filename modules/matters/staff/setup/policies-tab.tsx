import { App, Button, Input, InputNumber, Select, Table } from 'antd'
import { useState, type FormEvent } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { Level, PolicySetup } from '../../contract.ts'
import { setPolicy } from '../../web/routes.generated.ts'
import { messages } from './setup.messages.ts'
import { type Setup, today } from './setup-shape.ts'

const levels: readonly Level[] = ['grid', 'community', 'street', 'district']

const isNow = (policy: PolicySetup): boolean =>
  policy.from <= today() && (policy.until === undefined || policy.until > today())

/** The limit of each level: what is in force, what comes, what was. */
export function PoliciesTab({ setup }: { setup: Setup }) {
  const words = useMessages(messages)
  const [open, setOpen] = useState<Level>()
  return (
    <>
      {levels.map((level) => {
        const own = setup.policies.filter((policy) => policy.level === level)
        const now = own.find(isNow)
        const later = own.filter((policy) => policy.from > today())
        return (
          <section key={level} className="su-card" aria-label={words.levels[level]}>
            <div className="su-bar">
              <h2>{words.levels[level]}</h2>
              <PolicyWords policy={now} />
              <Button
                aria-expanded={open === level}
                onClick={() => setOpen(open === level ? undefined : level)}
              >
                {words.change}
              </Button>
            </div>
            {later.map((policy) => (
              <p key={policy.id} className="su-second">
                {words.policies.later} {words.policies.since(policy.from)} <PolicyWords policy={policy} />
              </p>
            ))}
            {open === level && <PolicyForm level={level} now={now} onDone={() => setOpen(undefined)} />}
          </section>
        )
      })}
      <History
        policies={setup.policies.filter((policy) => policy.until !== undefined && policy.until <= today())}
      />
    </>
  )
}

function PolicyWords({ policy }: { policy: PolicySetup | undefined }) {
  const words = useMessages(messages)
  if (!policy) return <span className="su-second">{words.policies.none}</span>
  const { amount, unit, source, yellowPercent } = policy
  return (
    <span>
      <b>
        {amount} {words.units[unit]}
      </b>{' '}
      · {words.policies.yellow} {words.policies.yellowAt(yellowPercent)} · {source}
    </span>
  )
}

type Draft = Pick<PolicySetup, 'amount' | 'unit' | 'source' | 'yellowPercent' | 'from'>

function PolicyForm(props: { level: Level; now: PolicySetup | undefined; onDone: () => void }) {
  const { level, now, onDone } = props
  const words = useMessages(messages)
  const { message } = App.useApp()
  const action = useStaffAction(setPolicy, { invalidates: ['/matter-setup'] })
  const [draft, setDraft] = useState<Draft>({
    amount: now?.amount ?? 7,
    unit: now?.unit ?? 'working_days',
    source: now?.source ?? '',
    yellowPercent: now?.yellowPercent ?? 80,
    from: today(),
  })
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }))
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!(await action.run({ params: { level }, body: draft }))) return
    void message.success(words.saved)
    onDone()
  }
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <ProblemNote problem={action.problem} />
      <PolicyFields level={level} draft={draft} change={change} />
      <div className="su-bar">
        <Button
          type="primary"
          htmlType="submit"
          loading={action.busy}
          disabled={!draft.source.trim() || !draft.from}
        >
          {words.save}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </div>
    </form>
  )
}

type FieldProps = { level: Level; draft: Draft; change: (part: Partial<Draft>) => void }

function PolicyFields({ level, draft, change }: FieldProps) {
  const words = useMessages(messages)
  const id = (name: string): string => `policy-${level}-${name}`
  const units = Object.entries(words.units).map(([value, label]) => ({
    value: value as Draft['unit'],
    label,
  }))
  return (
    <div className="su-fields">
      <Labelled id={id('amount')} label={words.policies.amount}>
        <InputNumber
          id={id('amount')}
          min={1}
          max={365}
          precision={0}
          value={draft.amount}
          onChange={(amount) => change({ amount: amount ?? 1 })}
        />
      </Labelled>
      <Labelled id={id('unit')} label={words.policies.unit}>
        <Select id={id('unit')} value={draft.unit} options={units} onChange={(unit) => change({ unit })} />
      </Labelled>
      <Labelled id={id('yellow')} label={words.policies.yellow}>
        <InputNumber
          id={id('yellow')}
          min={10}
          max={99}
          precision={0}
          suffix="%"
          value={draft.yellowPercent}
          onChange={(percent) => change({ yellowPercent: percent ?? 80 })}
        />
      </Labelled>
      <Labelled id={id('from')} label={words.policies.from}>
        <Input
          id={id('from')}
          type="date"
          min={today()}
          value={draft.from}
          onChange={(event) => change({ from: event.target.value })}
        />
      </Labelled>
      <div className="su-whole">
        <Labelled id={id('source')} label={words.policies.source}>
          <Input
            id={id('source')}
            maxLength={60}
            value={draft.source}
            onChange={(event) => change({ source: event.target.value })}
          />
        </Labelled>
      </div>
    </div>
  )
}

function History({ policies }: { policies: readonly PolicySetup[] }) {
  const words = useMessages(messages)
  if (policies.length === 0) return null
  return (
    <section aria-label={words.policies.history}>
      <h2>{words.policies.history}</h2>
      <Table
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={[...policies]}
        columns={[
          { title: words.policies.level, render: (_, policy) => words.levels[policy.level] },
          {
            title: words.policies.from,
            render: (_, policy) => words.policies.span(policy.from, policy.until ?? ''),
          },
          {
            title: words.policies.limit,
            render: (_, policy) => `${policy.amount} ${words.units[policy.unit]}`,
          },
          { title: words.policies.source, dataIndex: 'source' },
        ]}
      />
    </section>
  )
}
