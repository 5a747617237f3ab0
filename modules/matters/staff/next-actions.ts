import type { Action, MatterDetail } from '../contract.ts'

/** What most often comes next, first. */
const inOrder = [
  'accept',
  'decide',
  'close',
  'follow_up',
  'answer',
  'assign',
  'note',
  'ask',
  'transfer',
  'hand_up',
  'instruct',
  'extend',
  'dispute',
  'assess',
  'change_subject',
  'merge',
  'split',
  'hide',
  'show',
  'return',
] as const satisfies readonly Action[]
export type Doing = (typeof inOrder)[number]

/** Acts that put the records in order rather than the matter itself forward. */
export const ordering: readonly Doing[] = ['assess', 'change_subject', 'merge', 'split', 'hide', 'show']

type Asked = { readonly actions: readonly Action[]; readonly matter: Pick<MatterDetail['matter'], 'handler'> }

/** What may be done now, what comes next first: nobody answers what nobody was given. */
export function actionsInOrder({ actions, matter }: Asked): readonly Doing[] {
  const allowed = inOrder.filter((action) => actions.includes(action))
  if (matter.handler || !allowed.includes('assign') || allowed[0] !== 'answer') return allowed
  return ['assign', ...allowed.filter((action) => action !== 'assign')]
}

/** What stands on the bar itself: the next step and two more, none of them an ordering one or an end. */
export function onTheBar(acts: readonly Doing[]): { bar: readonly Doing[]; more: readonly Doing[] } {
  const calm = acts.filter((action) => action !== 'return' && !ordering.includes(action))
  const bar = (calm.length > 0 ? calm : acts).slice(0, 3)
  return { bar, more: acts.filter((action) => !bar.includes(action)) }
}
