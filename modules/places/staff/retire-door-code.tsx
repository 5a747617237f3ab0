import { Modal } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { DoorCode } from '../contract.ts'
import { retireDoorCode } from '../web/routes.generated.ts'
import { messages } from './door-codes.messages.ts'
import { placeOf } from './poster-place.ts'

export function RetireDoorCode(props: { code: DoorCode; onDone: () => void; onClose: () => void }) {
  const words = useMessages(messages)
  const retiring = useStaffAction(retireDoorCode, { invalidates: ['/areas/:areaId/door-codes'] })
  const { areaId, token } = props.code
  async function retire(): Promise<void> {
    if (await retiring.run({ params: { areaId, token } })) props.onDone()
  }
  return (
    <Modal
      open
      title={words.retireTitle(placeOf(props.code).whole)}
      okText={words.retireConfirm}
      okButtonProps={{ danger: true }}
      cancelText={words.retireKeep}
      confirmLoading={retiring.busy}
      onOk={() => void retire()}
      onCancel={props.onClose}
    >
      <ProblemNote problem={retiring.problem} />
      <p>{words.retireEffect}</p>
    </Modal>
  )
}
