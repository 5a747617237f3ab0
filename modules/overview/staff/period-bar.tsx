import { Button, Dropdown, Input, Segmented, Switch } from 'antd'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { addressOf } from '#kernel/web/call.ts'
import { useMessages } from '#kernel/web/messages.ts'
import type { Overview } from '../contract.ts'
import { readOverviewSheet } from '../web/routes.generated.ts'
import { periodKinds, useAsked } from './overview-address.ts'
import { messages } from './overview.messages.ts'

const dayMs = 24 * 3600_000
const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

/** Which days are counted and how, and what can be done with the page. */
export function PeriodBar({ overview }: { overview: Overview | undefined }) {
  const words = useMessages(messages)
  const { asked, change } = useAsked()
  const period = overview?.period
  const choose = (kind: string): void =>
    change({
      period: kind,
      on: undefined,
      from: kind === 'days' ? period?.from : undefined,
      to: kind === 'days' ? period?.to : undefined,
    })
  return (
    <div className="v-bar-line">
      <Segmented
        aria-label={words.period}
        value={asked.period}
        options={periodKinds.map((value) => ({ value, label: words.periods[value] }))}
        onChange={choose}
      />
      {asked.period === 'days' ? <Days /> : <Steps period={period} />}
      <label className="v-switch" title={words.withoutHint}>
        <Switch
          size="small"
          checked={asked.withoutBeyond === true}
          onChange={(isOn) => change({ without: isOn ? '1' : undefined })}
        />
        {words.without}
      </label>
      <span className="v-space" />
      <Button icon={<Icon name="print" size={1} />} onClick={() => window.print()}>
        {words.print}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: (['xlsx', 'csv'] as const).map((as) => ({
            key: as,
            label: (
              <a href={addressOf(readOverviewSheet.path, { query: { ...asked, as } })} download>
                {words[as]}
              </a>
            ),
          })),
        }}
      >
        <Button>{words.download}</Button>
      </Dropdown>
    </div>
  )
}

/** One period back or on, never beyond today. */
function Steps({ period }: { period: Overview['period'] | undefined }) {
  const words = useMessages(messages)
  const { change } = useAsked()
  if (!period) return null
  return (
    <span className="v-steps">
      <Button
        type="text"
        aria-label={words.earlier}
        icon={<Icon name="back" size={1} />}
        onClick={() => change({ on: shifted(period.from, -1) })}
      />
      <span className="v-days">
        {words.days(period.from, period.to)}
        {period.isRunning && <small>{words.running}</small>}
      </span>
      <Button
        type="text"
        aria-label={words.later}
        icon={<Icon name="next" size={1} />}
        disabled={period.isRunning}
        onClick={() => change({ on: shifted(period.to, 1) })}
      />
    </span>
  )
}

function Days() {
  const words = useMessages(messages)
  const { asked, change } = useAsked()
  return (
    <span className="v-steps">
      <label>
        {words.from}{' '}
        <Input
          type="date"
          value={asked.from ?? ''}
          {...(asked.to && { max: asked.to })}
          onChange={(event) => change({ from: event.target.value || undefined }, { replace: true })}
        />
      </label>
      <label>
        {words.to}{' '}
        <Input
          type="date"
          value={asked.to ?? ''}
          {...(asked.from && { min: asked.from })}
          onChange={(event) => change({ to: event.target.value || undefined }, { replace: true })}
        />
      </label>
    </span>
  )
}
