import type { Action, MatterDetail } from '../contract.ts'

/** What most often comes next, first. */
const inOrder = [
  'accept',
  'close',
  'follow_up',
  'answer',
  'assign',
  'note',
  'transfer',
  'hand_up',
  'return',
] as const satisfies readonly Action[]
export type Doing = (typeof inOrder)[number]

type Asked = { readonly actions: readonly Action[]; readonly matter: Pick<MatterDetail['matter'], 'handler'> }

/** What may be done now, what comes next first: nobody answers what nobody was given. */
export function actionsInOrder({ actions, matter }: Asked): readonly Doing[] {
  const allowed = inOrder.filter((action) => actions.includes(action))
  if (matter.handler || !allowed.includes('assign') || allowed[0] !== 'answer') return allowed
  return ['assign', ...allowed.filter((action) => action !== 'assign')]
}
