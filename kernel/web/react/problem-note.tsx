import { Alert, Button } from 'antd'
import { useMessages } from '#kernel/web/messages.ts'
import type { Problem } from '#kernel/web/problem.ts'

const zh = { again: '重试' }
const en: typeof zh = { again: 'Try again' }
const messages = { zh, en }

/** What went wrong, in the person's language, with a way to try again where there is one. */
export function ProblemNote({ problem, again }: { problem: Problem | null | undefined; again?: () => void }) {
  const words = useMessages(messages)
  if (!problem) return null
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={problem.message}
      action={
        again && (
          <Button size="small" onClick={again}>
            {words.again}
          </Button>
        )
      }
    />
  )
}
