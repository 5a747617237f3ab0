import { useEffect, useRef, useState } from 'react'
import type { ReturnsOf } from '#kernel/contract/route.ts'
import type { Problem } from '#kernel/web/problem.ts'
import { useAction } from '#kernel/web/use-action.ts'
import type * as contract from '../contract.ts'
import {
  beginProvider,
  confirmFactorAtSignIn,
  finishProvider,
  giveCode,
  giveNewPassword,
  offerFactorAtSignIn,
  signIn,
} from './routes.generated.ts'

type Answer = ReturnsOf<typeof contract.signIn>
export type Offer = ReturnsOf<typeof contract.offerFactorAtSignIn>

/** Where somebody is on the way in. */
export type Stage =
  | { at: 'start' }
  | { at: 'code' | 'password'; ticket: string }
  | { at: 'enrol'; ticket: string; offer: Offer }
  | { at: 'codes'; recoveryCodes: readonly string[]; next: Answer }

const start: Stage = { at: 'start' }

export type Entering = {
  readonly stage: Stage
  readonly busy: boolean
  readonly problem: Problem | undefined
  readonly enter: (who: { login: string; password: string; keep?: boolean }) => Promise<void>
  /** Leaves for the office's sign-in service. */
  readonly leaveForProvider: (app: 'staff' | 'work', to: string | undefined, keep: boolean) => Promise<void>
  readonly giveCode: (code: string) => Promise<void>
  readonly givePassword: (password: string) => Promise<void>
  readonly confirm: (code: string) => Promise<void>
  /** The recovery codes were written down. */
  readonly goOn: () => Promise<void>
  readonly again: () => void
}

/** The steps of signing in, for both apps: `onIn` is called once there is a session. */
export function useEntering(onIn: () => void | Promise<void>): Entering {
  const [known, setStage] = useState<Stage>(start)
  const steps = useSteps()
  const { problem } = steps
  // Too late for this ticket: it begins anew, with the reason on the screen.
  const stage = problem?.code === 'people.step-over' ? start : known
  const ticket = 'ticket' in stage ? stage.ticket : ''

  async function went(answer: Answer | undefined): Promise<void> {
    if (!answer) return
    if (answer.session) return onIn()
    const { needs, ticket: next = '' } = answer
    if (needs !== 'enrol') return setStage({ at: needs ?? 'code', ticket: next })
    const offer = await steps.offer.run({ body: { ticket: next } })
    if (offer) setStage({ at: 'enrol', ticket: next, offer })
  }
  useProviderAnswer(async (body) => went(await steps.provider.run({ body })))
  const goOn = async () => (stage.at === 'codes' ? went(stage.next) : undefined)
  return { stage, busy: steps.busy, problem, goOn, ...actsOf({ steps, ticket, went, setStage }) }
}

type Acting = {
  steps: ReturnType<typeof useSteps>
  ticket: string
  went: (answer: Answer | undefined) => Promise<void>
  setStage: (stage: Stage) => void
}

function actsOf({ steps, ticket, went, setStage }: Acting) {
  function again(): void {
    steps.clear()
    setStage(start)
  }
  const acts: Omit<Entering, 'stage' | 'busy' | 'problem' | 'goOn'> = {
    again,
    enter: async (body) => {
      again()
      await went(await steps.first.run({ body }))
    },
    leaveForProvider: async (app, to, keep) => {
      steps.clear()
      const way = await steps.leaving.run({ body: { app, keep, ...(to && { to }) } })
      if (way) location.assign(way.location)
    },
    giveCode: async (code) => went(await steps.code.run({ body: { ticket, code } })),
    givePassword: async (password) => went(await steps.fresh.run({ body: { ticket, password } })),
    confirm: async (code) => {
      const next = await steps.confirmation.run({ body: { ticket, code } })
      if (next) setStage({ at: 'codes', recoveryCodes: next.recoveryCodes, next })
    },
  }
  return acts
}

type ProviderAnswer = { code?: string; state?: string; iss?: string }

/** The service's answer stands behind the `#` of the address: taken once, and out of the address at once. */
function useProviderAnswer(take: (answer: ProviderAnswer) => Promise<void>): void {
  const taken = useRef(false)
  useEffect(() => {
    // Once, whatever draws again: the answer is out of the address by then.
    if (taken.current) return
    taken.current = true
    const [mark, text] = location.hash.split('?')
    if (mark !== '#provider') return
    history.replaceState(history.state, '', location.pathname + location.search)
    const given = new URLSearchParams(text)
    const answer: ProviderAnswer = {}
    for (const name of ['code', 'state', 'iss'] as const) {
      const value = given.get(name)
      if (value) answer[name] = value
    }
    void take(answer)
  }, [take])
}

function useSteps() {
  const first = useAction(signIn)
  const code = useAction(giveCode)
  const fresh = useAction(giveNewPassword)
  const offer = useAction(offerFactorAtSignIn)
  const confirmation = useAction(confirmFactorAtSignIn)
  const leaving = useAction(beginProvider)
  const provider = useAction(finishProvider)
  const all = [first, code, fresh, offer, confirmation, leaving, provider]
  return {
    first,
    code,
    fresh,
    offer,
    confirmation,
    leaving,
    provider,
    busy: all.some((each) => each.busy),
    problem: all.find((each) => each.problem)?.problem,
    clear: () => all.forEach((each) => each.clear()),
  }
}
