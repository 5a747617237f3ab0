/** The pages of the own account; they are in no menu. */
export const ownAccountPage = {
  path: '/account',
  load: () => import('./own-account.page.tsx').then((m) => m.OwnAccountPage),
}

export const signInPage = {
  path: '/sign-in',
  load: () => import('./sign-in.page.tsx').then((m) => m.SignInPage),
}
