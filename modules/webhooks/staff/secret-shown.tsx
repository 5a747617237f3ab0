import { Button, Modal } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import { CopyButton } from '#kernel/web/react/copy-button.tsx'
import { messages } from './webhooks.messages.ts'

/** The secret, shown this once. */
export function SecretShown({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { made: words } = useMessages(messages)
  return (
    <Modal open title={words.title} footer={null} closable={false} mask={{ closable: false }}>
      <p className="wh-secret wh-code">{secret}</p>
      <p className="wh-hint">{words.hint}</p>
      <div className="wh-bar">
        <CopyButton text={secret} words={words} />
        <Button type="primary" onClick={onClose}>
          {words.done}
        </Button>
      </div>
    </Modal>
  )
}
