/** The pages of the own account; they are in no menu. */
export const passwordPage = {
  path: '/password',
  load: () => import('./password.page.tsx').then((m) => m.PasswordPage),
}

export const signInPage = {
  path: '/sign-in',
  load: () => import('./sign-in.page.tsx').then((m) => m.SignInPage),
}
