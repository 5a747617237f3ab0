import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { Area } from '../contract.ts'
import { makeDoorCode } from '../web/routes.generated.ts'
import { messages } from './door-codes.messages.ts'
import { placeOf } from './poster-place.ts'

/** One more code, for the area or for something in it that has a name of its own. */
export function MakeDoorCode({ area, onClose }: { area: Area; onClose: () => void }) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [facility, setFacility] = useState('')
  const making = useStaffAction(makeDoorCode, { invalidates: ['/areas/:areaId/door-codes'] })
  async function make(): Promise<void> {
    const made = await making.run({ params: { areaId: area.id }, body: { facility: facility.trim() } })
    if (!made) return
    void message.success(words.made(placeOf(made).whole))
    onClose()
  }
  return (
    <Modal
      open
      title={words.makeTitle(area.name)}
      okText={words.make}
      cancelText={words.cancel}
      confirmLoading={making.busy}
      onOk={() => void make()}
      onCancel={onClose}
    >
      <ProblemNote problem={making.problem} />
      <Labelled id="door-facility" label={words.makeFor} optional hint={words.makeHint}>
        <Input
          id="door-facility"
          maxLength={40}
          value={facility}
          onChange={(event) => setFacility(event.target.value)}
        />
        <div className="p-actions" style={{ marginTop: 6 }}>
          {words.suggestions.map((suggestion) => (
            <Button key={suggestion} size="small" onClick={() => setFacility(suggestion)}>
              {suggestion}
            </Button>
          ))}
        </div>
      </Labelled>
    </Modal>
  )
}
