import { useState } from 'react'
import { useDraft } from '#kernel/web/draft.ts'

/** Once the faults are on the screen, the first of them gets the focus. */
function focusFirstFault(): void {
  requestAnimationFrame(() => {
    const fault = document.querySelector('.m-error, .k-labelled-error')
    const field = fault?.parentElement?.querySelector<HTMLElement>('input, textarea, button')
    field?.focus({ preventScroll: true })
    fault?.scrollIntoView({ block: 'center' })
  })
}

/**
 * A form whose words survive a closed browser. Faults show after the first try to send, then as one types.
 * `send` runs only when there are none and forgets the draft when it resolves to true.
 */
export function useForm<Value extends object, Faults extends object>(
  name: string,
  empty: Value,
  faultsOf: (value: Value) => Faults,
) {
  const draft = useDraft(name, empty)
  const [isTried, setTried] = useState(false)
  const faults = faultsOf(draft.value)
  async function send(write: (value: Value) => Promise<boolean>): Promise<void> {
    setTried(true)
    if (Object.values(faults).some(Boolean)) return focusFirstFault()
    if (await write(draft.value)) draft.clear()
  }
  const shown: Partial<Faults> = isTried ? faults : {}
  return { value: draft.value, change: draft.change, faults: shown, send }
}
