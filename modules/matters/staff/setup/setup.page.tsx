import { Alert, Tabs } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useAddress } from '#kernel/web/react/use-address.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { readSetup } from '../../web/routes.generated.ts'
import { CalendarTab } from './calendar-tab.tsx'
import { LoopTab } from './loop-tab.tsx'
import { PoliciesTab } from './policies-tab.tsx'
import { RulesTab } from './rules-tab.tsx'
import { messages } from './setup.messages.ts'
import { SubjectsTab } from './subjects-tab.tsx'
import { TemplatesTab } from './templates-tab.tsx'
import '../forms.css'
import './setup.css'

/** What an office sets about matters: subjects, limits, routing, calendar, the loop. */
export function SetupPage() {
  const words = useMessages(messages)
  const { search, change } = useAddress()
  const answer = useStaffRoute(readSetup, {})
  const setup = answer.data
  return (
    <div className="su">
      <h1>{words.title}</h1>
      <p className="su-second">{words.what}</p>
      <ProblemNote problem={answer.error} again={() => void answer.refetch()} />
      {setup && setup.missingYears.length > 0 && (
        <Alert type="warning" showIcon title={words.missingYears(setup.missingYears.join('、'))} />
      )}
      {setup && (
        <Tabs
          activeKey={search['tab'] ?? 'subjects'}
          onChange={(tab) => change({ tab })}
          items={[
            { key: 'subjects', label: words.tabs.subjects, children: <SubjectsTab setup={setup} /> },
            { key: 'policies', label: words.tabs.policies, children: <PoliciesTab setup={setup} /> },
            { key: 'rules', label: words.tabs.rules, children: <RulesTab setup={setup} /> },
            { key: 'calendar', label: words.tabs.calendar, children: <CalendarTab /> },
            { key: 'templates', label: words.tabs.templates, children: <TemplatesTab /> },
            { key: 'loop', label: words.tabs.loop, children: <LoopTab /> },
          ]}
        />
      )}
    </div>
  )
}
