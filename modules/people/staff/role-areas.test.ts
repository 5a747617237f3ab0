import { expect, it } from 'vitest'
import { areasOfRole as served } from '../server/roles.ts'
import { areasOfRole, rankOfRole, rolesIn } from './role-areas.ts'

it('offers a role exactly in the areas where the server takes it', () => {
  expect(areasOfRole).toEqual(served)
})

it('ranks every role once', () => {
  const names = Object.keys(served) as (keyof typeof served)[]
  expect(new Set(names.map(rankOfRole))).toEqual(new Set(names.map((_, index) => index)))
})

it('offers a grid its leader before its worker and helper', () => {
  expect(rolesIn('grid')).toEqual([
    'grid_leader',
    'grid_worker',
    'grid_helper',
    'party_group_leader',
    'household_contact',
  ])
})
