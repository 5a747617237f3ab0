import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { askAgain, useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { BatchAction } from '../contract.ts'
import { previewBatch } from '../web/routes.generated.ts'
import { messages as acts } from './actions.messages.ts'
import './batch.css'
import { BatchFields, useBatchFaults } from './batch-fields.tsx'
import { messages } from './batch.messages.ts'
import { BatchPreview, BatchResults } from './batch-lists.tsx'
import { useBatchRun, type Step } from './batch-run.ts'
import { emptyBatch, type BatchValue, type Previewed, stepFor } from './batch-value.ts'
import './forms.css'

type Props = {
  readonly action: BatchAction
  readonly ids: readonly string[]
  readonly onClose: () => void
  /** Called once something was done. */
  readonly onDone: () => void
}

/** The same act for several: what can be done and what not, with the reason; then one after the other, each with its result. */
export function BatchDrawer({ action, ids, onClose, onDone }: Props) {
  const words = useMessages(messages)
  const { names } = useMessages(acts)
  const client = useQueryClient()
  const batch = useBatchRun()
  const [taken, setTaken] = useState<readonly Previewed[]>()
  const start = async (steps: readonly (readonly [string, Step])[]) => {
    await batch.run(steps)
    void askAgain(client, ['/matters/', '/matter-counts', '/matter-holders'])
    onDone()
  }
  return (
    <Drawer
      open
      size={520}
      title={words.title(names[action], ids.length)}
      mask={{ closable: false }}
      closable={!batch.isRunning}
      keyboard={!batch.isRunning}
      onClose={onClose}
    >
      {taken ? (
        <BatchResults items={taken} batch={batch} onAgain={start} onClose={onClose} />
      ) : (
        <BatchForm
          action={action}
          ids={ids}
          onCancel={onClose}
          onStart={(items, steps) => {
            setTaken(items)
            void start(steps)
          }}
        />
      )}
    </Drawer>
  )
}

/** What the act will say, as far as it decides which of them it can be done with. */
function decisive(action: BatchAction, value: BatchValue) {
  if (action === 'assign' && value.accountId) return { handler: value.accountId }
  if (action === 'extend' && value.amount) return { amount: value.amount }
  return action === 'answer' && value.outcome ? { outcome: value.outcome } : {}
}

type FormProps = {
  readonly action: BatchAction
  readonly ids: readonly string[]
  readonly onStart: (items: readonly Previewed[], steps: readonly (readonly [string, Step])[]) => void
  readonly onCancel: () => void
}

function BatchForm({ action, ids, onStart, onCancel }: FormProps) {
  const words = useMessages(messages)
  const { names } = useMessages(acts)
  const [value, setValue] = useState(emptyBatch)
  const [isTried, setTried] = useState(false)
  const faults = useBatchFaults(action, value)
  const query = { ids: ids.join(','), action, ...decisive(action, value) }
  const preview = useStaffRoute(previewBatch, { query }, { keepLast: true })
  const possible = preview.data?.items.filter(({ why }) => why === undefined) ?? []
  const send = () => {
    setTried(true)
    if (Object.values(faults).some(Boolean)) return
    const steps = possible.flatMap((matter) => {
      const step = stepFor(action, value, matter)
      return step ? [[matter.id, step] as const] : []
    })
    onStart(possible, steps)
  }
  return (
    <form
      className="b-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <BatchFields
        action={action}
        ids={ids}
        value={value}
        faults={isTried ? faults : {}}
        onChange={(part) => setValue((now) => ({ ...now, ...part }))}
      />
      <ProblemNote problem={preview.error} again={() => void preview.refetch()} />
      <BatchPreview items={preview.data?.items} count={ids.length} isStale={preview.isPlaceholderData} />
      <div className="m-send">
        <Button
          type="primary"
          htmlType="submit"
          disabled={possible.length === 0 || preview.isPlaceholderData}
        >
          {words.send(names[action], possible.length)}
        </Button>
        <Button type="text" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
