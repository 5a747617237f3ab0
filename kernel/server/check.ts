import type { Context } from './context.ts'

/** How one thing stands. `warn`: it works, somebody should look; `wrong`: it does not, or will soon not. */
export type Found = {
  state: 'good' | 'warn' | 'wrong'
  /** What was found, in both languages. */
  told: string
  /** What to do about it, in both languages. */
  remedy?: string
}

/** Something `yige doctor` looks at in each district, given by the module that knows about it. */
export type Check = {
  readonly name: string
  run(ctx: Context): Promise<Found>
}

export const check = (made: Check): Check => made

export const good = (told: string): Found => ({ state: 'good', told })
export const warn = (told: string, remedy: string): Found => ({ state: 'warn', told, remedy })
export const wrong = (told: string, remedy: string): Found => ({ state: 'wrong', told, remedy })
