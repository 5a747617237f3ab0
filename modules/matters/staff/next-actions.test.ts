import { expect, it } from 'vitest'
import { actionsInOrder } from './next-actions.ts'

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

it('never makes a button of looking at a contact', () => {
  expect(actionsInOrder({ actions: ['look_at_contact'], matter: { handler } })).toEqual([])
})
