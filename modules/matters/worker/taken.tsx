import { Button, ButtonLink } from '#kernel/ui/button/button.tsx'
import { Notice } from '#kernel/ui/notice/notice.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import type { Delivery } from '#kernel/web/outbox.ts'
import { useDelivery } from '#kernel/web/use-outbox.ts'
import type { MatterSummary } from '../contract.ts'
import { messages } from './new.messages.ts'

/** The matter that the server made of it; the answer is of the contract's shape. */
function matterIn(answer: unknown): Pick<MatterSummary, 'id' | 'number'> | undefined {
  if (typeof answer !== 'object' || answer === null || !('matter' in answer)) return undefined
  const { matter } = answer
  if (typeof matter !== 'object' || matter === null || !('id' in matter) || !('number' in matter))
    return undefined
  const { id, number } = matter
  return typeof id === 'string' && typeof number === 'string' ? { id, number } : undefined
}

function Outcome({ delivery }: { delivery: Delivery | undefined }) {
  const words = useMessages(messages)
  if (delivery?.state === 'refused') {
    return (
      <Notice kind="problem">
        <p>{words.refused(delivery.problem.message)}</p>
        <ButtonLink to="/work/unsent">{words.fix}</ButtonLink>
      </Notice>
    )
  }
  if (delivery?.state !== 'waiting') return null
  const isKept = !navigator.onLine || delivery.problem !== undefined
  return (
    <Notice kind={isKept ? 'warn' : 'info'}>
      <p>{isKept ? words.kept : words.sending}</p>
    </Notice>
  )
}

/** What became of the report just taken. */
export function Taken({ id, onAnother }: { id: string; onAnother: () => void }) {
  const words = useMessages(messages)
  const delivery = useDelivery(id)
  const matter = delivery?.state === 'sent' ? matterIn(delivery.answer) : undefined
  return (
    <>
      {matter && (
        <Notice kind="good">
          <p>{words.received(matter.number)}</p>
        </Notice>
      )}
      <Outcome delivery={delivery} />
      <Button kind="primary" wide icon="camera" onPress={onAnother}>
        {words.another}
      </Button>
      <ButtonLink to={matter ? `/work/m/${matter.id}` : '/work'} wide>
        {matter ? words.open : words.today}
      </ButtonLink>
    </>
  )
}
