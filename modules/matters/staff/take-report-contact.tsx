import { Checkbox, Input } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { Choices } from './choices.tsx'
import { hasContact, usualWay } from './take-report-value.ts'
import { messages } from './take-report.messages.ts'
import type { Taking } from './use-taking.ts'

type Props = { readonly taking: Taking }

/** Whom to answer and how; all of it optional. */
export function ContactFields({ taking: { form } }: Props) {
  const words = useMessages(messages)
  const { value, change, faults } = form
  return (
    <>
      <div className="m-take-pair">
        <Labelled id="take-name" label={words.contactName} optional>
          <Input
            id="take-name"
            maxLength={40}
            autoComplete="off"
            value={value.contactName}
            onChange={(event) => change({ contactName: event.target.value })}
          />
        </Labelled>
        <Labelled id="take-phone" label={words.contactPhone} optional error={faults.contactPhone}>
          <Input
            id="take-phone"
            type="tel"
            maxLength={20}
            autoComplete="off"
            value={value.contactPhone}
            onChange={(event) => change({ contactPhone: event.target.value })}
          />
        </Labelled>
      </div>
      <p className="m-second m-take-hint">{words.contactHint}</p>
      <Choices
        legend={words.noticeWay}
        name="notice-way"
        inRow
        options={words.noticeWays}
        value={value.noticeWay || usualWay(value)}
        error={faults.noticeWay}
        onChange={(noticeWay) => change({ noticeWay })}
      />
    </>
  )
}

/** Who may see it, a child's guardian, and that the person knows what happens to their data. */
export function WhoFields({ taking: { form, subject } }: Props) {
  const words = useMessages(messages)
  const { value, change, faults } = form
  return (
    <div className="m-take-ticks">
      {hasContact(value) && (
        <Tick error={faults.explained}>
          <Checkbox
            checked={value.isExplained}
            onChange={(event) => change({ isExplained: event.target.checked })}
          >
            {words.explained}{' '}
            <a href="/notice" target="_blank" rel="noreferrer">
              {words.notice}
            </a>
          </Checkbox>
        </Tick>
      )}
      {subject?.mayBePublic !== false && !value.joins && (
        <Checkbox checked={value.isPrivate} onChange={(event) => change({ isPrivate: event.target.checked })}>
          {words.isPrivate}
        </Checkbox>
      )}
      <Checkbox checked={value.isForChild} onChange={(event) => change({ isForChild: event.target.checked })}>
        {words.forChild}
      </Checkbox>
      {value.isForChild && (
        <Tick error={faults.guardian}>
          <Checkbox
            checked={value.guardianAgrees}
            onChange={(event) => change({ guardianAgrees: event.target.checked })}
          >
            {words.guardian}
          </Checkbox>
        </Tick>
      )}
    </div>
  )
}

function Tick({ error, children }: { error: string | undefined; children: React.ReactNode }) {
  return (
    <div>
      {children}
      {error && (
        <p className="m-error" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
