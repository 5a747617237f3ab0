import { Select } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { findAuditSubjects } from '../web/routes.generated.ts'
import { messages } from './audit.messages.ts'

export type Picked = { value: string; label: string }

/** Somebody or something by the beginning of its name or number. */
export function SubjectSelect(props: {
  label: string
  hint: string
  kind?: 'account'
  picked: Picked | undefined
  onPick: (picked: Picked | undefined) => void
}) {
  const words = useMessages(messages)
  const [text, setText] = useState('')
  const q = text.trim()
  const query = { q, ...(props.kind && { kind: props.kind }) }
  const found = useStaffRoute(findAuditSubjects, { query }, { enabled: q !== '', keepLast: true })
  const items = q === '' ? [] : (found.data?.items ?? [])
  return (
    <Select
      aria-label={props.label}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      labelInValue
      allowClear
      {...(props.picked && { value: props.picked })}
      onChange={(picked: Picked | undefined) => props.onPick(picked)}
      loading={found.isFetching}
      notFoundContent={q === '' ? words.typeFirst : found.isFetching ? ' ' : words.nothing}
      placeholder={props.hint}
      style={{ width: 200 }}
      popupMatchSelectWidth={false}
      options={items.map(({ id, kind, name, more }) => ({
        value: id,
        label: [name, more && `（${more}）`, !props.kind && ` ${words.kinds[kind]}`].filter(Boolean).join(''),
      }))}
    />
  )
}
