import { expect, it } from 'vitest'
import { actionsInOrder, onTheBar } from './next-actions.ts'

const handler = { id: '01', name: '王芳' }

it('puts the next step first: accept, then answer, then follow up and close', () => {
  expect(actionsInOrder({ actions: ['return', 'transfer', 'accept'], matter: {} })[0]).toBe('accept')
  expect(actionsInOrder({ actions: ['note', 'assign', 'answer'], matter: { handler } })[0]).toBe('answer')
  expect(actionsInOrder({ actions: ['note', 'close'], matter: { handler } })[0]).toBe('close')
})

it('assigns before answering where nobody holds it', () => {
  const actions = actionsInOrder({ actions: ['answer', 'assign', 'note'], matter: {} })
  expect(actions).toEqual(['assign', 'answer', 'note'])
})

it('decides a dispute before anything else is done with it', () => {
  expect(actionsInOrder({ actions: ['answer', 'decide'], matter: { handler } })[0]).toBe('decide')
})

it('never makes a button of looking at a contact', () => {
  expect(actionsInOrder({ actions: ['look_at_contact'], matter: { handler } })).toEqual([])
})

it('keeps three buttons on the bar, and no end or clearing up among them', () => {
  const acts = actionsInOrder({
    actions: ['answer', 'merge', 'note', 'return', 'assign', 'hide', 'extend'],
    matter: { handler },
  })
  expect(onTheBar(acts)).toEqual({
    bar: ['answer', 'assign', 'note'],
    more: ['extend', 'merge', 'hide', 'return'],
  })
  expect(onTheBar(['hide']).bar).toEqual(['hide'])
})
