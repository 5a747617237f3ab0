import { useDates } from '#kernel/web/dates.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { useRoute } from '#kernel/web/use-route.ts'
import { personName } from '../web/person-name.ts'
import { matterWords } from '../words/matter-words.messages.ts'
import { foreseePromise } from '../web/routes.generated.ts'
import type { Where } from './report-draft.ts'
import { messages } from './report.messages.ts'

/** Who answers until when and by which rule, before it is sent. Nothing without a connection: nobody can promise then. */
export function ReportPromise({ where, subject }: { where: Where; subject: string }) {
  const words = useMessages(messages)
  const known = useMessages(matterWords)
  const language = useLanguage()
  const dates = useDates()
  const { data } = useRoute(foreseePromise, { query: { ...where, subject } }, { enabled: subject !== '' })
  if (!data || subject === '') return null
  const { handler, holderName, dueAt, source, unit, amount } = data
  const who = handler ? personName(handler, language) : holderName
  return (
    <div className="m-promise" role="status">
      <p className="m-promise__who">{words.promise(who, dates.due(dueAt))}</p>
      <p className="y-second">{words.rule(source, known.limit[unit](amount))}</p>
    </div>
  )
}
