import { Drawer } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import type { Desk } from './desk-address.ts'
import { TakeReportForm } from './take-report-form.tsx'
import { messages } from './take-report.messages.ts'
import type { Taken } from './taken.ts'
import { TakenSlip } from './taken-slip.tsx'

/** Taking a report down for who calls or comes, and the slip with its number and query code afterwards. */
export function TakeReport({ desk }: { desk: Desk }) {
  const words = useMessages(messages)
  const [taken, setTaken] = useState<Taken>()
  const close = () => desk.change({ take: undefined }, { replace: true })
  return (
    <Drawer
      open
      size={600}
      title={taken ? words.takenTitle : words.title}
      mask={{ closable: false }}
      onClose={close}
    >
      {taken ? (
        <TakenSlip
          taken={taken}
          onOpen={() => desk.change({ take: undefined, m: taken.matter.id, number: undefined })}
          onAnother={() => setTaken(undefined)}
        />
      ) : (
        <TakeReportForm onTaken={setTaken} onCancel={close} />
      )}
    </Drawer>
  )
}
