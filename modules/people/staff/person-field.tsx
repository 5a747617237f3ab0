import { Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { listAccounts } from '../web/routes.generated.ts'
import { messages } from './add-post.messages.ts'
import type { Field, PostDraft } from './post-draft.ts'

type Props = {
  draft: PostDraft
  onChange: (part: Partial<PostDraft>) => void
  wrong: ReadonlySet<Field>
}

/** Somebody who has an account, or a new one. */
export function PersonField(props: Props) {
  const words = useMessages(messages)
  const { draft, onChange } = props
  return (
    <>
      <div className="o-bar" style={{ marginBottom: 8 }}>
        <strong>{words.person}</strong>
        <Segmented
          size="small"
          aria-label={words.person}
          value={draft.isNew ? 'new' : 'known'}
          onChange={(value) => onChange({ isNew: value === 'new' })}
          options={[
            { value: 'known', label: words.existing },
            { value: 'new', label: words.fresh },
          ]}
        />
      </div>
      {draft.isNew ? <NewPerson {...props} /> : <KnownPerson {...props} />}
    </>
  )
}

function KnownPerson({ draft, onChange, wrong }: Props) {
  const words = useMessages(messages)
  const [text, setText] = useState('')
  const q = text.trim()
  const found = useStaffRoute(
    listAccounts,
    { query: { q, limit: 20 } },
    { enabled: q !== '', keepLast: true },
  )
  const options = q === '' ? [] : (found.data?.items ?? [])
  return (
    <Labelled
      id="post-person"
      label={words.existing}
      hint={words.personHint}
      error={wrong.has('person') ? words.personMissing : undefined}
    >
      <Select
        id="post-person"
        showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
        labelInValue
        {...(draft.account && { value: draft.account })}
        onChange={(account) => onChange({ account })}
        loading={found.isFetching}
        notFoundContent={q === '' ? words.typeFirst : found.isFetching ? ' ' : words.nobody}
        placeholder={words.typeFirst}
        style={{ width: '100%' }}
        options={options.map(({ accountId, name, login }) => ({
          value: accountId,
          label: `${name}（${login}）`,
        }))}
      />
      <ProblemNote problem={found.error} again={() => void found.refetch()} />
    </Labelled>
  )
}

function NewPerson({ draft, onChange, wrong }: Props) {
  const words = useMessages(messages)
  return (
    <>
      <Labelled id="post-name" label={words.name} error={wrong.has('name') ? words.nameMissing : undefined}>
        <Input
          id="post-name"
          autoComplete="off"
          maxLength={40}
          value={draft.name}
          aria-invalid={wrong.has('name')}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Labelled>
      <Labelled
        id="post-login"
        label={words.login}
        hint={`${words.loginHint}${words.passwordNote}`}
        error={wrong.has('login') ? words.loginWrong : undefined}
      >
        <Input
          id="post-login"
          autoComplete="off"
          maxLength={40}
          value={draft.login}
          aria-invalid={wrong.has('login')}
          onChange={(event) => onChange({ login: event.target.value.trim().toLowerCase() })}
        />
      </Labelled>
    </>
  )
}
