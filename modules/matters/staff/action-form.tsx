import { Button } from 'antd'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import type { Problem } from '#kernel/web/problem.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import type { MatterDetail } from '../contract.ts'
import type { Doing } from './next-actions.ts'
import { messages } from './actions.messages.ts'
import './forms.css'
import { History } from './history.tsx'

/** What every action on a matter makes stale; the list hears of it with everything else that happens. */
export const touched = {
  invalidates: ['/matters/', '/matter-counts', '/matter-holders', '/matter-totals'],
} as const

type Props = {
  readonly action: Doing
  readonly detail: MatterDetail
  /** Said before it is done, where it ends something or cannot be taken back. */
  readonly what?: string | undefined
  readonly running: { readonly problem: Problem | undefined; readonly busy: boolean }
  readonly isEnding?: boolean
  readonly submitName?: string
  /** A second way to send it, beside the first. */
  readonly other?: ReactNode
  readonly onSubmit: () => Promise<void>
  readonly onCancel: () => void
  readonly children?: ReactNode
}

/** The frame of an action's form: title, what will happen, the fields, what went wrong, send and leave. */
export function ActionForm(props: Props) {
  const { action, detail, what, running, isEnding, submitName, other, children } = props
  const words = useMessages(messages)
  // Somebody was faster, and this cannot be done any more.
  const isPast = running.problem !== undefined && !detail.actions.includes(action)
  const form = useOwnForm(props.onCancel)
  const [seen] = useState(() => detail.timeline.at(-1)?.seq ?? 0)
  function submit(event: FormEvent): void {
    event.preventDefault()
    void props.onSubmit()
  }
  return (
    <form ref={form} className="m-form" aria-label={words.titles[action]} onSubmit={submit} noValidate>
      <h3>{words.titles[action]}</h3>
      {children}
      {what && <p className="m-what">{what}</p>}
      <ProblemNote problem={running.problem} />
      {running.problem?.status === 409 && <Changes detail={detail} seen={seen} />}
      <div className="m-send">
        {isPast ? (
          <Button onClick={props.onCancel}>{words.understood}</Button>
        ) : (
          <>
            <Button type="primary" danger={isEnding ?? false} htmlType="submit" loading={running.busy}>
              {submitName ?? words.names[action]}
            </Button>
            {other}
            <Button type="text" onClick={props.onCancel}>
              {words.cancel}
            </Button>
          </>
        )}
      </div>
    </form>
  )
}

/** Focus goes into the form when it opens; Escape leaves the form only, the detail stays. */
function useOwnForm(onCancel: () => void) {
  const form = useRef<HTMLFormElement>(null)
  const leave = useRef(onCancel)
  useEffect(() => {
    leave.current = onCancel
  })
  useEffect(() => {
    const element = form.current
    const first = element?.querySelector<HTMLElement>('input, textarea, .ant-btn-primary')
    first?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'nearest' })
    function onKey(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      leave.current()
    }
    element?.addEventListener('keydown', onKey)
    return () => element?.removeEventListener('keydown', onKey)
  }, [])
  return form
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
