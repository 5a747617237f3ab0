import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { download } from '#kernel/web/download.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { Problem } from '#kernel/web/problem.ts'
import { exportMatters } from '../web/routes.generated.ts'
import type { Desk } from './desk-address.ts'
import type { ColumnName } from './desk-columns.ts'
import { messages } from './filter.messages.ts'

type Props = { readonly desk: Desk; readonly columns: readonly ColumnName[] }

/** The list as it is shown, as a file: every row of it, not only those that were scrolled to. */
export function TakeListAlong({ desk: { filter }, columns }: Props) {
  const words = useMessages(messages)
  const { message } = App.useApp()
  const [isBusy, setBusy] = useState(false)
  async function take(as: 'csv' | 'xlsx'): Promise<void> {
    setBusy(true)
    try {
      await download(exportMatters, { body: { ...filter, columns: [...columns], as } })
      void message.success(words.exported)
    } catch (error) {
      void message.error(error instanceof Problem ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: (['xlsx', 'csv'] as const).map((key) => ({ key, label: words.exportAs[key] })),
        onClick: ({ key }) => void take(key === 'csv' ? 'csv' : 'xlsx'),
      }}
    >
      <Button size="small" loading={isBusy}>
        {words.export}
      </Button>
    </Dropdown>
  )
}
