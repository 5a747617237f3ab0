import { Page } from '#kernel/ui/page/page.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import { CodeForm } from './code-form.tsx'
import { MyReports } from './my-reports.tsx'
import { messages } from './receipt.messages.ts'

export function FindReceiptPage() {
  const words = useMessages(messages)
  return (
    <Page title={words.findTitle} back="/">
      <CodeForm />
      <MyReports />
    </Page>
  )
}
