import { useState } from 'react'
import { Button, ButtonLink } from '#kernel/ui/button/button.tsx'
import { Loaded } from '#kernel/ui/loaded/loaded.tsx'
import { Page } from '#kernel/ui/page/page.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useRoute } from '#kernel/web/use-route.ts'
import type { Head } from '../contract.ts'
import { listHeads } from '../web/routes.generated.ts'
import { messages } from './log.messages.ts'
import './proof.css'

function HeadRow({ head }: { head: Head }) {
  const words = useMessages(messages)
  const dates = useDates()
  return (
    <li className="t-head">
      <strong>{dates.moment(head.publishedAt)}</strong>
      <span>{words.size(head.size)}</span>
      <span className="y-second">
        {words.root} <span className="t-print">{head.root}</span>
      </span>
    </li>
  )
}

/** The published roots, a page at a time. */
export function LogPage() {
  const words = useMessages(messages)
  const [after, setAfter] = useState<string>()
  const heads = useRoute(listHeads, { query: { limit: 20, ...(after && { after }) } })
  return (
    <Page title={words.title} back="/">
      <p>{words.what}</p>
      <Loaded from={heads} lines={6} empty={words.none} isEmpty={({ items }) => items.length === 0}>
        {({ items, next, publicKey }) => (
          <>
            <ul className="t-steps">
              {items.map((head) => (
                <HeadRow key={head.size} head={head} />
              ))}
            </ul>
            {next && (
              <Button wide onPress={() => setAfter(next)}>
                {words.more}
              </Button>
            )}
            <p className="y-second">
              {words.key} <span className="t-print">{publicKey}</span>
            </p>
          </>
        )}
      </Loaded>
      <ButtonLink to="/" icon="home">
        {words.home}
      </ButtonLink>
    </Page>
  )
}
