import type { MatterDetail } from '../contract.ts'

/** What the form of every action is given. */
export type FormProps = {
  readonly detail: MatterDetail
  /** Called with what to say after it was done. */
  readonly onDone: (said: string) => void
  readonly onCancel: () => void
}
