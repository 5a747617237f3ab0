/** What happened, for whoever may have work with it: a module tells, a later one takes it up as a job. */
export type Topic<Payload extends object> = {
  readonly name: string
  readonly carries?: (payload: Payload) => void
}
