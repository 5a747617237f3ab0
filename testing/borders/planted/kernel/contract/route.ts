import { Type } from 'typebox'

export const route = Type.Object({})
