import { Modal } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import { messages } from './desk.messages.ts'

export function KeysHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const words = useMessages(messages)
  return (
    <Modal open={isOpen} onCancel={onClose} title={words.keysTitle} footer={null} width={320} destroyOnHidden>
      <dl className="d-keys">
        {Object.entries(words.keyNames).map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
