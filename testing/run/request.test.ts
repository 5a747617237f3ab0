import { expect, it } from 'vitest'
import { readRequest } from './request.ts'
import { steps } from './steps.ts'

const namesOf = (args: readonly string[]) => {
  const request = readRequest(args)
  return typeof request === 'string' ? request : request.steps.map((step) => step.name)
}

it('runs every step when nothing is asked for', () => {
  expect(namesOf([])).toEqual(steps.map((step) => step.name))
})

it('runs only the unit tests when a file is asked for', () => {
  expect(readRequest(['policy'])).toMatchObject({ steps: [{ name: 'unit' }], filters: ['policy'] })
})

it('runs only the named steps', () => {
  expect(namesOf(['--only', 'types,lint'])).toEqual(['lint', 'types'])
  expect(namesOf(['--only=borders'])).toEqual(['borders'])
})

it('refuses what it does not know instead of running something else', () => {
  expect(namesOf(['--only', 'lin'])).toContain('no step called "lin"')
  expect(namesOf(['--only'])).toContain('no step called ""')
  expect(namesOf(['--fast'])).toContain('--fast is not known')
})
