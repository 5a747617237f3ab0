import { Button, Spin } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'

const zh = {
  lost: '这个网址打不开',
  lostHow: '看看网址有没有写错，或者回到工作台。',
  desk: '回工作台',
  failed: '这一页没能打开',
  failedHow: '可能是网络断了，或系统刚刚更新过。再打开一次就好。',
  again: '重新打开',
  waiting: '正在打开…',
}
const en: typeof zh = {
  lost: 'This address leads nowhere',
  lostHow: 'Check the address for a mistake, or go back to the desk.',
  desk: 'To the desk',
  failed: 'This page could not be opened',
  failedHow: 'The connection may be down, or Yige was just updated. Open it once more.',
  again: 'Open again',
  waiting: 'Opening…',
}
const messages = { zh, en }

export function LostPage() {
  const words = useMessages(messages)
  return (
    <main className="s-note">
      <h1>{words.lost}</h1>
      <p>{words.lostHow}</p>
      <Button type="primary" href="/staff">
        {words.desk}
      </Button>
    </main>
  )
}

/** A page's code did not arrive or broke; after an update it has a new address, so everything is loaded anew. */
export function PageFailed() {
  const words = useMessages(messages)
  return (
    <div className="s-note" role="alert">
      <h1>{words.failed}</h1>
      <p>{words.failedHow}</p>
      <Button type="primary" onClick={() => location.reload()}>
        {words.again}
      </Button>
    </div>
  )
}

export function Waiting() {
  const words = useMessages(messages)
  return (
    <div className="s-waiting" role="status" aria-label={words.waiting}>
      <Spin />
    </div>
  )
}
