import { useState } from 'react'
import { Button } from '#kernel/ui/button/button.tsx'
import { ProblemBox } from '#kernel/ui/notice/notice.tsx'
import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useAction } from '#kernel/web/use-action.ts'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import type * as contract from '../contract.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { copyOwnData } from '../web/routes.generated.ts'
import { copyText } from './copy-text.ts'
import { factsOf } from './own-facts.ts'
import { messages } from './own-data.messages.ts'
import { pageOf, save, textOf } from './own-file.ts'

type Copy = ReturnsOf<typeof contract.copyOwnData>
type Form = 'page' | 'data' | 'text'

/** To take away: a page anybody can read, data another program can read, or plain text where nothing can be downloaded. */
export function OwnCopy({
  access,
  onDone,
}: {
  access: contract.Access
  onDone: (request: contract.DataRequest) => void
}) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const language = useLanguage()
  const dates = useDates()
  const [said, setSaid] = useState('')
  const { run, busy, problem } = useAction(copyOwnData)

  async function give(form: Form, { request, items }: Copy) {
    const parts = items.map((kept) => ({
      title: kept.subject[language],
      facts: factsOf(kept, { words, known, language, dates }),
    }))
    const name = `${words.rightsTitle}-${request.number}`
    if (form === 'data') save(`${name}.json`, 'application/json', JSON.stringify({ request, items }, null, 2))
    if (form === 'page')
      save(`${name}.html`, 'text/html', pageOf(`${words.rightsTitle} ${request.number}`, language, parts))
    if (form === 'text') setSaid((await copyText(textOf(parts))) ? words.copied : words.copyFailed)
  }

  async function take(form: Form) {
    const copy = await run({ body: access })
    if (!copy) return
    await give(form, copy)
    onDone(copy.request)
  }

  return (
    <section className="m-section y-no-print" aria-label={words.copy}>
      <h2>{words.copy}</h2>
      <p className="y-second">{words.copyHow}</p>
      <div className="m-buttons">
        <Button busy={busy} onPress={() => void take('page')}>
          {words.copyPage}
        </Button>
        <Button busy={busy} onPress={() => void take('data')}>
          {words.copyData}
        </Button>
        <Button busy={busy} onPress={() => void take('text')}>
          {words.copyText}
        </Button>
        <Button icon="print" onPress={() => print()}>
          {words.print}
        </Button>
      </div>
      <p role="status">{said}</p>
      <ProblemBox problem={problem} />
    </section>
  )
}
