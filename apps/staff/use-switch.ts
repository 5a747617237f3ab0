import { useAction } from '#kernel/web/use-action.ts'
import { signIn } from '#modules/people/web/door.ts'

type DemoPerson = { readonly login: string; readonly password: string; readonly app: 'staff' | 'work' }

/** Becomes another person of the demonstration, in the app that person works in. */
export function useSwitch() {
  const action = useAction(signIn)
  async function become({ login, password, app }: DemoPerson): Promise<void> {
    if (!(await action.run({ body: { login, password } }))) return
    // A whole load, so that nothing of the one before is left on the screen.
    location.assign(app === 'work' ? '/work' : '/staff')
  }
  return { become, busy: action.busy, problem: action.problem }
}
