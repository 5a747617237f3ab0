import { useAction } from '#kernel/web/use-action.ts'
import { signIn } from '#modules/people/web/door.ts'

type DemoPerson = { readonly login: string; readonly password: string; readonly app: 'staff' | 'work' }

/** Becomes another person of the demonstration, in the app that person works in. */
export function useSwitch() {
  const action = useAction(signIn)
  async function become({ login, password, app }: DemoPerson): Promise<void> {
    const answer = await action.run({ body: { login, password } })
    if (!answer) return
    const home = app === 'work' ? '/work' : '/staff'
    // A whole load, so that nothing of the one before is left on the screen. Who is asked for more goes the usual way in.
    location.assign(answer.session ? home : `${home}/sign-in`)
  }
  return { become, busy: action.busy, problem: action.problem }
}
