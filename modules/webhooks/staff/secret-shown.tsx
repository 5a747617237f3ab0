import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { messages } from './webhooks.messages.ts'

/** The secret, shown this once. */
export function SecretShown({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { made: words } = useMessages(messages)
  const [isCopied, setCopied] = useState(false)
  const copy = (): void => {
    navigator.clipboard
      ?.writeText(secret)
      .then(() => setCopied(true))
      .catch(() => setCopied(false))
  }
  return (
    <Modal open title={words.title} footer={null} closable={false} mask={{ closable: false }}>
      <p className="wh-secret wh-code">{secret}</p>
      <p className="wh-hint">{words.hint}</p>
      <div className="wh-bar">
        <Button onClick={copy}>{isCopied ? words.copied : words.copy}</Button>
        <Button type="primary" onClick={onClose}>
          {words.done}
        </Button>
      </div>
    </Modal>
  )
}
