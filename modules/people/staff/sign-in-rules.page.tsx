import { App, Button, Input, InputNumber, Select } from 'antd'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { fieldLines, SettingHistory } from '#modules/office/web/door.tsx'
import type { readSignInRules as ReadRules, Role, SignInRules } from '../contract.ts'
import { roleWords } from '../web/role-words.messages.ts'
import { changeSignInRules, readSignInRules } from '../web/routes.generated.ts'
import { ProviderSection } from './provider-form.tsx'
import { areasOfRole, rankOfRole } from './role-areas.ts'
import { messages } from './sign-in-rules.messages.ts'
import './sign-in-rules.css'

type InForce = ReturnsOf<typeof ReadRules>

/** How everybody of the district signs in. */
export function SignInRulesPage() {
  const words = useMessages(messages)
  const inForce = useStaffRoute(readSignInRules, {})
  return (
    <div className="sr">
      <h1>{words.title}</h1>
      <p className="sr-second">{words.what}</p>
      <ProblemNote problem={inForce.error} again={() => void inForce.refetch()} />
      {inForce.data && <RulesForm key={inForce.data.changed?.at ?? ''} inForce={inForce.data} />}
      <RulesHistory />
      <ProviderSection />
    </div>
  )
}

function RulesForm({ inForce }: { inForce: InForce }) {
  const words = useMessages(messages)
  const dates = useDates()
  const { message } = App.useApp()
  const [rules, setRules] = useState(inForce.rules)
  const action = useStaffAction(changeSignInRules, {
    invalidates: ['/sign-in-rules', '/session/ways', '/settings'],
  })
  const change = (part: Partial<SignInRules>): void => setRules((before) => ({ ...before, ...part }))
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (await action.run({ body: rules })) void message.success(words.saved)
  }
  const number = numberFields(rules, change)
  const { units } = words
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <p className="sr-second">
        {inForce.changed ? words.changed(inForce.changed.by, dates.moment(inForce.changed.at)) : words.never}
      </p>
      <ProblemNote problem={action.problem} />
      <Section title={words.password.title} note={words.password.always}>
        {number('minLength', words.password.minLength, { min: 8, max: 64, unit: units.chars })}
        {number('kinds', words.password.kinds, {
          min: 1,
          max: 4,
          unit: units.kinds,
          hint: words.password.kindsHint,
        })}
        {number('maxAgeDays', words.password.maxAgeDays, {
          min: 0,
          max: 730,
          unit: units.days,
          hint: words.password.maxAgeHint,
        })}
        {number('history', words.password.history, { min: 0, max: 24, unit: units.items })}
      </Section>
      <Section title={words.tries.title}>
        {number('tries', words.tries.tries, {
          min: 3,
          max: 20,
          unit: units.times,
          hint: words.tries.triesHint,
        })}
        {number('lockMinutes', words.tries.lockMinutes, { min: 1, max: 1440, unit: units.minutes })}
      </Section>
      <Section title={words.sessions.title}>
        {number('idleMinutes', words.sessions.idleMinutes, {
          min: 0,
          max: 1440,
          unit: units.minutes,
          hint: words.sessions.idleHint,
        })}
        {number('hours', words.sessions.hours, { min: 1, max: 24, unit: units.hours })}
        {number('keepDays', words.sessions.keepDays, {
          min: 0,
          max: 30,
          unit: units.days,
          hint: words.sessions.keepHint,
        })}
      </Section>
      <Section title={words.factor.title}>
        <FactorRoles chosen={rules.factorRoles} onChoose={(factorRoles) => change({ factorRoles })} />
      </Section>
      <Section title={words.help}>
        <HelpField help={rules.help} onChange={(help) => change({ help })} />
      </Section>
      <Button type="primary" htmlType="submit" loading={action.busy}>
        {words.save}
      </Button>
    </form>
  )
}

/** What the rules were, and the way back. */
function RulesHistory() {
  const words = useMessages(messages)
  const roles = useMessages(roleWords)
  const action = useStaffAction(changeSignInRules, {
    invalidates: ['/sign-in-rules', '/session/ways', '/settings'],
  })
  const { password, tries, sessions, factor } = words
  const labels = {
    minLength: `${password.title}：${password.minLength}`,
    kinds: `${password.title}：${password.kinds}`,
    maxAgeDays: password.maxAgeDays,
    history: password.history,
    tries: tries.tries,
    lockMinutes: tries.lockMinutes,
    idleMinutes: sessions.idleMinutes,
    hours: sessions.hours,
    keepDays: sessions.keepDays,
    factorRoles: factor.roles,
    help: words.help,
  }
  return (
    <>
      <ProblemNote problem={action.problem} />
      <SettingHistory
        name="people.sign-in"
        linesOf={fieldLines(labels, roles)}
        onSetBack={async (value) => (await action.run({ body: value as SignInRules })) !== undefined}
      />
    </>
  )
}

function Section(props: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="sr-section">
      <h2>{props.title}</h2>
      <div className="sr-fields">{props.children}</div>
      {props.note && <p className="sr-second">{props.note}</p>}
    </section>
  )
}

type NumberName = {
  [Name in keyof SignInRules]: SignInRules[Name] extends number ? Name : never
}[keyof SignInRules]
type NumberShape = { min: number; max: number; unit: string; hint?: string }

/** A field for one of the numbers; what is typed out of range is brought into it. */
const numberFields =
  (rules: SignInRules, change: (part: Partial<SignInRules>) => void) =>
  (name: NumberName, label: string, { min, max, unit, hint }: NumberShape) => (
    <Labelled key={name} id={name} label={label} hint={hint}>
      <InputNumber
        id={name}
        min={min}
        max={max}
        precision={0}
        suffix={unit}
        value={rules[name]}
        onChange={(value) => change({ [name]: value ?? min })}
      />
    </Labelled>
  )

const allRoles = (Object.keys(areasOfRole) as Role[]).toSorted(
  (one, other) => rankOfRole(one) - rankOfRole(other),
)
const administrators: readonly Role[] = ['district_admin', 'security_admin', 'auditor']

function FactorRoles(props: { chosen: readonly Role[]; onChoose: (roles: Role[]) => void }) {
  const { factor: words } = useMessages(messages)
  const roles = useMessages(roleWords)
  const { chosen, onChoose } = props
  const isWhole = administrators.every((role) => chosen.includes(role))
  return (
    <div className="sr-roles">
      <Labelled id="factor-roles" label={words.roles} hint={words.rolesHint}>
        <Select
          id="factor-roles"
          mode="multiple"
          optionFilterProp="label"
          value={[...chosen]}
          onChange={onChoose}
          options={allRoles.map((value) => ({ value, label: roles[value] }))}
          style={{ width: '100%' }}
        />
      </Labelled>
      {!isWhole && (
        <Button size="small" onClick={() => onChoose([...new Set([...chosen, ...administrators])])}>
          {words.admins}
        </Button>
      )}
    </div>
  )
}

function HelpField({ help, onChange }: { help: string; onChange: (help: string) => void }) {
  const words = useMessages(messages)
  return (
    <div className="sr-roles">
      <Input
        id="help"
        aria-label={words.help}
        maxLength={200}
        value={help}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="sr-second">{words.helpHint}</p>
    </div>
  )
}
