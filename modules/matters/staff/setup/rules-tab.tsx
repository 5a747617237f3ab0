import { App, Button } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { RuleSetup } from '../../contract.ts'
import { endRule, orderRules } from '../../web/routes.generated.ts'
import { RuleForm } from './rule-form.tsx'
import { messages } from './setup.messages.ts'
import type { Setup } from './setup-shape.ts'
import { Trial } from './trial.tsx'

const touched = { invalidates: ['/matter-setup'] }

/** The ordered rules, and beside them a bench to try a report on. */
export function RulesTab({ setup }: { setup: Setup }) {
  const words = useMessages(messages)
  const [open, setOpen] = useState<RuleSetup | 'new'>()
  const { rules } = setup
  return (
    <>
      <div className="su-bar">
        <p className="su-second">{rules.length > 0 ? words.rules.what : words.rules.none}</p>
        <Button type="primary" onClick={() => setOpen('new')}>
          {words.rules.form.add}
        </Button>
      </div>
      {open && (
        <RuleForm
          key={open === 'new' ? 'new' : open.id}
          rule={open === 'new' ? undefined : open}
          setup={setup}
          onDone={() => setOpen(undefined)}
        />
      )}
      <ol className="su-list">
        {rules.map((rule, index) => (
          <RuleLine key={rule.id} rule={rule} index={index} setup={setup} onOpen={() => setOpen(rule)} />
        ))}
      </ol>
      <Trial />
    </>
  )
}

/** When a rule applies, in words. */
function useWhen(setup: Setup) {
  const words = useMessages(messages)
  return ({ subject, areaName, words: said, channel }: RuleSetup): string => {
    const named = setup.subjects.find((each) => each.key === subject)
    const parts = [
      named && words.rules.subject(named.zh),
      areaName && words.rules.area(areaName),
      said && words.rules.words(said.join('、')),
      channel && words.rules.channel(words.channels[channel]),
    ].filter(Boolean)
    return parts.length > 0 ? parts.join('，') : words.rules.always
  }
}

type LineProps = { rule: RuleSetup; index: number; setup: Setup; onOpen: () => void }

function RuleLine({ rule, index, setup, onOpen }: LineProps) {
  const words = useMessages(messages)
  const when = useWhen(setup)
  const { modal } = App.useApp()
  const ordering = useStaffAction(orderRules, touched)
  const ending = useStaffAction(endRule, touched)
  const ids = setup.rules.map((each) => each.id)
  const move = (to: number): void => {
    const ruleIds = ids.filter((id) => id !== rule.id)
    ruleIds.splice(to, 0, rule.id)
    void ordering.run({ body: { ruleIds } })
  }
  const end = (): void =>
    void modal.confirm({
      title: words.rules.end,
      content: words.rules.endSure,
      okText: words.rules.end,
      cancelText: words.cancel,
      onOk: () => ending.run({ params: { ruleId: rule.id } }),
    })
  const to = rule.organisationName ?? (rule.toLevel && words.levels[rule.toLevel])
  return (
    <li className="su-card">
      <b>{index + 1}</b>
      <span>{when(rule)}</span>
      <b>→ {to}</b>
      <span className="su-second">{rule.note}</span>
      {rule.isBroken && <span className="su-late">{words.rules.broken}</span>}
      <Button size="small" disabled={index === 0 || ordering.busy} onClick={() => move(index - 1)}>
        {words.rules.up}
      </Button>
      <Button
        size="small"
        disabled={index === ids.length - 1 || ordering.busy}
        onClick={() => move(index + 1)}
      >
        {words.rules.down}
      </Button>
      <Button size="small" onClick={onOpen}>
        {words.change}
      </Button>
      <Button size="small" danger onClick={end}>
        {words.rules.end}
      </Button>
      <ProblemNote problem={ordering.problem ?? ending.problem} />
    </li>
  )
}
