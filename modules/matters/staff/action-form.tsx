import { Button } from 'antd'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import type { Problem } from '#kernel/web/problem.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import type { MatterDetail } from '../contract.ts'
import type { Doing } from './action-bar.tsx'
import { messages } from './actions.messages.ts'
import { History } from './history.tsx'

/** What every action on a matter makes stale. */
export const touched = { invalidates: ['/matters', '/matter-counts'] } as const

type Props = {
  readonly action: Doing
  readonly detail: MatterDetail
  /** Said before it is done, where it ends something or cannot be taken back. */
  readonly what?: string | undefined
  readonly problem: Problem | undefined
  readonly busy: boolean
  readonly isEnding?: boolean
  readonly submitName?: string
  /** A second way to send it, beside the first. */
  readonly other?: ReactNode
  readonly onSubmit: () => void
  readonly onCancel: () => void
  readonly children?: ReactNode
}

/** The frame of an action's form: title, what will happen, the fields, what went wrong, send and leave. */
export function ActionForm(props: Props) {
  const { action, detail, what, problem, busy, isEnding, submitName, other, children } = props
  const words = useMessages(messages)
  const form = useRef<HTMLFormElement>(null)
  const [seen] = useState(() => detail.timeline.at(-1)?.seq ?? 0)
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input, textarea, .ant-btn-primary')
    first?.focus({ preventScroll: true })
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  function submit(event: FormEvent): void {
    event.preventDefault()
    props.onSubmit()
  }
  return (
    <form
      ref={form}
      className="m-form"
      aria-label={words.titles[action]}
      onSubmit={submit}
      noValidate
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        // Leaves the form only; the detail stays.
        event.preventDefault()
        props.onCancel()
      }}
    >
      <h3>{words.titles[action]}</h3>
      {children}
      {what && <p className="m-what">{what}</p>}
      <ProblemNote problem={problem} />
      {problem?.status === 409 && <Changes detail={detail} seen={seen} />}
      <div className="m-send">
        <Button type="primary" danger={isEnding ?? false} htmlType="submit" loading={busy}>
          {submitName ?? words.names[action]}
        </Button>
        {other}
        <Button type="text" onClick={props.onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}

/** Somebody was faster: what happened since this form was opened. */
function Changes({ detail, seen }: { detail: MatterDetail; seen: number }) {
  const words = useMessages(messages)
  const since = detail.timeline.filter(({ seq }) => seq > seen)
  if (since.length === 0) return null
  return (
    <div className="m-changes">
      <strong>{words.changed}</strong>
      <History entries={since} />
    </div>
  )
}
