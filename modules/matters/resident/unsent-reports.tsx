import { useState } from 'react'
import { Button } from '#kernel/ui/button/button.tsx'
import { Notice } from '#kernel/ui/notice/notice.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { flush, isRefused, removeFromOutbox } from '#kernel/web/outbox.ts'
import type { UnsentReport } from './report-draft.ts'
import { messages } from './report.messages.ts'
import './parts.css'

function RemoveSure({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  const words = useMessages(messages)
  return (
    <div role="alert">
      <p>{words.removeSure}</p>
      <div className="m-buttons">
        <Button kind="danger" onPress={onYes}>
          {words.removeYes}
        </Button>
        <Button onPress={onNo}>{words.removeNo}</Button>
      </div>
    </div>
  )
}

type MovesProps = { item: UnsentReport; refused: boolean; onChange: (item: UnsentReport) => void }

function UnsentMoves({ item, refused, onChange }: MovesProps) {
  const words = useMessages(messages)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)

  async function sendNow() {
    setBusy(true)
    await flush(refused)
    setBusy(false)
  }

  if (asking) {
    return <RemoveSure onYes={() => void removeFromOutbox(item.id)} onNo={() => setAsking(false)} />
  }
  return (
    <div className="m-buttons">
      <Button icon="send" busy={busy} onPress={() => void sendNow()}>
        {words.sendNow}
      </Button>
      <Button onPress={() => onChange(item)}>{words.change}</Button>
      <Button kind="quiet" onPress={() => setAsking(true)}>
        {words.remove}
      </Button>
    </div>
  )
}

/** One report that is still on the phone, with its reason and what can be done about it. */
export function UnsentCard({
  item,
  onChange,
}: {
  item: UnsentReport
  onChange: (item: UnsentReport) => void
}) {
  const words = useMessages(messages)
  const refused = isRefused(item)
  const { body, photos, voices = [] } = item
  return (
    <Notice kind="warn">
      <p>
        <strong>{refused ? words.refusedTitle : words.unsentTitle}</strong>
      </p>
      {item.lastProblem && <p>{item.lastProblem.message}</p>}
      <p className="y-second">{words.keptHere}</p>
      <p className="m-unsent">{[item.label, body.words].filter(Boolean).join('：')}</p>
      {body.joins && <p className="y-second">{words.joinsWith(body.joins)}</p>}
      {photos.length > 0 && <p className="y-second">{words.photosWith(photos.length)}</p>}
      {voices.length > 0 && <p className="y-second">{words.voiceWith}</p>}
      <UnsentMoves item={item} refused={refused} onChange={onChange} />
    </Notice>
  )
}
