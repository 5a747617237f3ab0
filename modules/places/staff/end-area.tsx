import { Modal } from 'antd'
import { formatDay } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useAddress } from '#kernel/web/react/use-address.ts'
import { useStaffAction } from '#kernel/web/react/use-staff-action.ts'
import type { Area } from '../contract.ts'
import { endArea } from '../web/routes.generated.ts'
import { messages } from './areas.messages.ts'

/** Says what ending an area does before it is done; afterwards the area above is looked at. */
export function EndArea(props: { area: Area; onDone: (said: string) => void; onClose: () => void }) {
  const { end: words } = useMessages(messages)
  const language = useLanguage()
  const { change } = useAddress()
  const { area, onDone, onClose } = props
  const ending = useStaffAction(endArea, { invalidates: ['/areas'] })
  async function end(): Promise<void> {
    const ended = await ending.run({ params: { areaId: area.id } })
    if (!ended) return
    change({ area: area.parentId ? String(area.parentId) : undefined }, { replace: true })
    onDone(words.done(area.name, formatDay(ended.endedOn, language)))
  }
  const mayEnd = area.childCount === 0
  return (
    <Modal
      open
      title={words.title(area.name)}
      okText={words.confirm}
      okButtonProps={{ danger: true, disabled: !mayEnd }}
      cancelText={words.cancel}
      confirmLoading={ending.busy}
      onOk={() => void end()}
      onCancel={onClose}
    >
      <ProblemNote problem={ending.problem} />
      {mayEnd ? (
        <ul className="p-list">
          {words.effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
      ) : (
        <p>{words.first(area.childCount)}</p>
      )}
    </Modal>
  )
}
