import { Button, Segmented } from 'antd'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { ProblemNote } from '#kernel/web/react/problem-note.tsx'
import { useAddress } from '#kernel/web/react/use-address.ts'
import { useStaffRoute } from '#kernel/web/react/use-staff-route.ts'
import { ScreenOnly } from '#modules/places/web/door.tsx'
import { readMatter } from '../web/routes.generated.ts'
import { messages } from './print.messages.ts'
import { PrintSheet, type SheetKind } from './print-sheet.tsx'

const MOST = 100

/** Work orders or supervision cards of one matter or several, a sheet for each, as they come out of the printer. */
export function PrintPage() {
  const words = useMessages(messages)
  const { search, change } = useAddress()
  const kind: SheetKind = search['as'] === 'supervision' ? 'supervision' : 'order'
  const ids = (search['ids'] ?? '').split(',').filter(Boolean).slice(0, MOST)
  return (
    <>
      <ScreenOnly>
        <h1>{words.title}</h1>
        <div className="pr-bar">
          <Segmented
            aria-label={words.choose}
            value={kind}
            onChange={(as) => change({ as }, { replace: true })}
            options={(['order', 'supervision'] as const).map((value) => ({
              value,
              label: words.kinds[value],
            }))}
          />
          <Button
            type="primary"
            icon={<Icon name="print" size={1} />}
            disabled={ids.length === 0}
            onClick={() => window.print()}
          >
            {words.print}
          </Button>
          <span>{ids.length > 0 ? words.count(ids.length) : words.none}</span>
        </div>
      </ScreenOnly>
      {ids.map((matterId) => (
        <OneSheet key={matterId} matterId={matterId} kind={kind} />
      ))}
    </>
  )
}

function OneSheet({ matterId, kind }: { matterId: string; kind: SheetKind }) {
  const answer = useStaffRoute(readMatter, { params: { matterId } })
  if (answer.data) return <PrintSheet detail={answer.data} kind={kind} />
  return <ProblemNote problem={answer.error} again={() => void answer.refetch()} />
}
