import { Button } from 'antd'
import { useState } from 'react'
import { addressOf } from '#kernel/web/call.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Can } from '#kernel/web/react/session.tsx'
import type { Area } from '../contract.ts'
import { exportBoundaries } from '../web/routes.generated.ts'
import { messages } from './area-map.messages.ts'
import { ImportBoundaries } from './import-boundaries.tsx'

/** Boundaries in and out as files. */
export function BoundaryFiles({ area, on }: { area: Area; on: string | undefined }) {
  const { files: words } = useMessages(messages)
  const [isImporting, setImporting] = useState(false)
  const address = addressOf(exportBoundaries.path, {
    params: { areaId: area.id },
    query: { ...(on && { on }) },
  })
  return (
    <>
      {!on && (
        <Can permission="places.edit">
          <Button onClick={() => setImporting(true)}>{words.import}</Button>
        </Can>
      )}
      <Button href={address} download>
        {words.export}
      </Button>
      {isImporting && <ImportBoundaries area={area} onClose={() => setImporting(false)} />}
    </>
  )
}
