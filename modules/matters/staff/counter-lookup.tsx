import { Button, Input } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Labelled } from '#kernel/web/react/labelled.tsx'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useAction } from '#kernel/web/use-action.ts'
import type { CounterReport } from '../contract.ts'
import { lookUpReports } from '../web/routes.generated.ts'
import type { PickedArea } from './area-picker.tsx'
import { Choices } from './choices.tsx'
import { messages } from './counter.messages.ts'
import { FoundReport } from './found-report.tsx'
import { PlaceField } from './place-field.tsx'

type By = 'number' | 'code' | 'phone' | 'name'
type Asked = { by: By; text: string; area: PickedArea | undefined }

type Faults = { text?: string | undefined; area?: string | undefined }
const noFaults: Faults = {}

/** What is typed is a person's: it stays in this window and stands in no address. */
function useLookUp() {
  const words = useMessages(messages)
  const [asked, setAsked] = useState<Asked>({ by: 'number', text: '', area: undefined })
  const [items, setItems] = useState<readonly CounterReport[]>()
  const [isTried, setTried] = useState(false)
  const action = useAction(lookUpReports)
  const { by, text, area } = asked
  const faults: Faults = {
    text: text.trim() ? undefined : words.needText,
    area: by === 'name' && !area ? words.needPlace : undefined,
  }
  async function find(): Promise<void> {
    setTried(true)
    if (faults.text || faults.area) return
    const body = { by, text: text.trim(), ...(by === 'name' && area && { areaId: area.id }) }
    setItems((await action.run({ body }))?.items)
  }
  const change = (part: Partial<Asked>) => {
    setAsked({ ...asked, ...part })
    setItems(undefined)
    setTried(false)
  }
  const replace = (report: CounterReport) =>
    setItems(items?.map((each) => (each.reportId === report.reportId ? report : each)))
  return { asked, change, faults: isTried ? faults : noFaults, items, replace, action, find }
}

/** Finding what somebody at the counter reported, with or without a phone. */
export function CounterLookup({ onOpen }: { onOpen: (matterId: string) => void }) {
  const words = useMessages(messages)
  const { asked, change, faults, items, replace, action, find } = useLookUp()
  return (
    <section aria-label={words.lookUp}>
      <h2>{words.lookUp}</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void find()
        }}
      >
        <Choices
          legend={words.by}
          name="look-by"
          inRow
          options={words.bys}
          value={asked.by}
          onChange={(by) => change({ by })}
        />
        {asked.by === 'name' && (
          <PlaceField
            legend={words.where}
            area={asked.area}
            error={faults.area}
            onChange={(area) => change({ area })}
          />
        )}
        <Labelled
          id="look-text"
          label={words.texts[asked.by]}
          error={faults.text}
          {...(asked.by === 'name' && { hint: words.nameHint })}
        >
          <span className="m-find">
            <Input
              id="look-text"
              maxLength={40}
              autoComplete="off"
              value={asked.text}
              onChange={(event) => change({ text: event.target.value })}
            />
            <Button htmlType="submit" type="primary" loading={action.busy}>
              {words.find}
            </Button>
          </span>
        </Labelled>
        <p className="m-second">{words.recorded}</p>
        <ProblemNote problem={action.problem} />
      </form>
      {items && <p role="status">{items.length > 0 ? words.foundCount(items.length) : words.none}</p>}
      <ul className="ct-found">
        {items?.map((report) => (
          <FoundReport
            key={report.reportId}
            report={report}
            onChange={replace}
            onOpen={() => onOpen(report.matter.id)}
          />
        ))}
      </ul>
    </section>
  )
}
