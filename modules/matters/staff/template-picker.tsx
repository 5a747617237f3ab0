import { Select } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import type { MatterDetail, Outcome } from '../contract.ts'
import { listMatterTemplates } from '../web/routes.generated.ts'
import { messages } from './actions.messages.ts'
import { filledIn } from './batch-value.ts'

type Props = {
  readonly detail: MatterDetail
  readonly onPick: (picked: { words: string; outcome?: Outcome }) => void
}

/** The office's wordings for this kind of matter, filled in for this one; nothing where there are none. */
export function TemplatePicker({ detail: { matter }, onPick }: Props) {
  const words = useMessages(messages)
  const items = useStaffRoute(listMatterTemplates, { params: { matterId: matter.id } }).data?.items ?? []
  if (items.length === 0) return null
  const { id, number, subject, placeNames, handler } = matter
  function pick(chosen: string): void {
    const template = items.find((each) => each.id === chosen)
    if (!template) return
    const about = { id, number, subject, placeNames, ...(handler && { handlerName: handler.name }) }
    onPick({
      words: filledIn(template.words, about),
      ...(template.outcome && { outcome: template.outcome }),
    })
  }
  return (
    <Labelled id="answer-template" label={words.template} optional>
      <Select
        id="answer-template"
        value={null}
        placeholder={words.templatePick}
        options={items.map(({ id: value, title }) => ({ value, label: title }))}
        onChange={(chosen: string | null) => chosen && pick(chosen)}
        style={{ width: '100%' }}
      />
    </Labelled>
  )
}
