import { App, Button, DatePicker, Select, TreeSelect } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { download } from '#kernel/web/download.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Problem } from '#kernel/web/problem.ts'
import { Can } from '#kernel/web/react/session.tsx'
import type { AuditFilter } from '../contract.ts'
import { exportAudit } from '../web/routes.generated.ts'
import { actionGroups } from '../words/action-words.ts'
import { messages } from './audit.messages.ts'
import { type Picked, SubjectSelect } from './subject-select.tsx'

/** What the page is narrowed to, with the words of what was picked. */
export type Chosen = {
  who?: Picked | undefined
  subject?: Picked | undefined
  by?: AuditFilter['by']
  actions?: readonly string[]
  from?: string | undefined
  to?: string | undefined
}

export const filterOf = ({ who, subject, by, actions, from, to }: Chosen): AuditFilter => ({
  ...(who && { accountId: who.value }),
  ...(subject && { subject: subject.value }),
  ...(by && { by }),
  ...(actions && actions.length > 0 && { actions: [...actions] }),
  ...(from && { from }),
  ...(to && { to }),
})

type Props = { chosen: Chosen; onChange: (part: Chosen) => void; onClear: () => void }

export function FilterBar({ chosen, onChange, onClear }: Props) {
  const words = useMessages(messages)
  const isNarrow = Object.keys(filterOf(chosen)).length > 0
  return (
    <div className="au-bar">
      <SubjectSelect
        label={words.who}
        hint={`${words.who}：${words.whoHint}`}
        kind="account"
        picked={chosen.who}
        onPick={(who) => onChange({ who })}
      />
      <ActionSelect actions={chosen.actions ?? []} onChange={(actions) => onChange({ actions })} />
      <SubjectSelect
        label={words.subject}
        hint={`${words.subject}：${words.subjectHint}`}
        picked={chosen.subject}
        onPick={(subject) => onChange({ subject })}
      />
      <Days chosen={chosen} onChange={onChange} />
      <BySelect by={chosen.by} onChange={(by) => onChange({ by })} />
      {isNarrow && <Button onClick={onClear}>{words.clear}</Button>}
      <span className="au-space" />
      <Can permission="audit.export">
        <Exports filter={filterOf(chosen)} />
      </Can>
    </div>
  )
}

function ActionSelect(props: { actions: readonly string[]; onChange: (actions: string[]) => void }) {
  const words = useMessages(messages)
  const language = useLanguage()
  const at = language === 'zh' ? 0 : 1
  return (
    <TreeSelect
      aria-label={words.action}
      value={[...props.actions]}
      onChange={(actions: string[]) => props.onChange(actions)}
      treeData={actionGroups.map((group) => ({
        value: group.en,
        title: group[language],
        children: Object.entries(group.words).map(([value, titles]) => ({ value, title: titles[at] })),
      }))}
      treeCheckable
      showSearch
      treeNodeFilterProp="title"
      allowClear
      maxTagCount={1}
      placeholder={`${words.action}：${words.anyAction}`}
      style={{ width: 200 }}
      popupMatchSelectWidth={300}
    />
  )
}

function Days({ chosen, onChange }: Pick<Props, 'chosen' | 'onChange'>) {
  const words = useMessages(messages)
  const of = (day: string | undefined): Dayjs | null => (day ? dayjs(day) : null)
  return (
    <DatePicker.RangePicker
      id={{ start: 'audit-from', end: 'audit-to' }}
      aria-label={words.time}
      value={[of(chosen.from), of(chosen.to)]}
      allowEmpty={[true, true]}
      maxDate={dayjs()}
      placeholder={[words.from, words.to]}
      onChange={(days) =>
        onChange({ from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') })
      }
      style={{ width: 230 }}
    />
  )
}

const actors = ['person', 'visitor', 'system'] as const

function BySelect(props: { by: AuditFilter['by']; onChange: (by: AuditFilter['by']) => void }) {
  const words = useMessages(messages)
  return (
    <Select
      aria-label={words.by}
      value={props.by ?? 'any'}
      onChange={(chosen) => props.onChange(actors.find((each) => each === chosen))}
      options={(['any', ...actors] as const).map((value) => ({ value, label: words.bys[value] }))}
      style={{ width: 110 }}
    />
  )
}

function Exports({ filter }: { filter: AuditFilter }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [busy, setBusy] = useState<'csv' | 'xlsx'>()
  async function take(as: 'csv' | 'xlsx'): Promise<void> {
    setBusy(as)
    try {
      await download(exportAudit, { body: { ...filter, as } })
      void message.success(words.exported)
    } catch (error) {
      void message.error(error instanceof Problem ? error.message : String(error))
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <>
      {(['csv', 'xlsx'] as const).map((as) => (
        <Button key={as} loading={busy === as} disabled={busy !== undefined} onClick={() => void take(as)}>
          {words[as]}
        </Button>
      ))}
    </>
  )
}
