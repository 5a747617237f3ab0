import { useParams } from 'wouter'
import { useKeptRoute } from '#kernel/web/use-kept-route.ts'
import { openPlace } from '../web/routes.generated.ts'
import { ReportAt } from './report-page.tsx'
import { UnknownDoor } from './unknown-door.tsx'

function Place({ areaId }: { areaId: number }) {
  const page = useKeptRoute(openPlace, { params: { areaId } })
  if (page.problem && [400, 404].includes(page.problem.status)) return <UnknownDoor isPlace />
  return <ReportAt from={page} where={{ areaId }} />
}

/** The form of a place without a code on its door, for who chose it from the list or the map. */
export function PlacePage() {
  const { areaId } = useParams<{ areaId: string }>()
  return <Place key={areaId} areaId={Number(areaId)} />
}
