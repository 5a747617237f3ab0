import { useState } from 'react'
import { currentLanguage } from '#kernel/web/language.ts'
import { enqueue } from '#kernel/web/outbox.ts'
import { Problem } from '#kernel/web/problem.ts'
import type { MatterSummary } from '../contract.ts'
import { acceptMatter } from '../web/routes.generated.ts'
import { labelOf } from './unsent-label.ts'

/** Takes a matter into the own hands, with or without a connection. */
export function useAccept(matter: MatterSummary) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  function accept() {
    setBusy(true)
    setProblem(undefined)
    enqueue({
      target: acceptMatter,
      input: { params: { matterId: matter.id }, body: { take: true } },
      label: labelOf('accept', matter, currentLanguage()),
    })
      .catch((error: unknown) => setProblem(error instanceof Problem ? error : undefined))
      .finally(() => setBusy(false))
  }
  return { accept, busy, problem }
}
