const zh = {
  title: '登录',
  app: '一格 · 网格员',
  login: '账号',
  password: '密码',
  keep: (days: number) => `记住这台手机 ${days} 天`,
  keepWhy: '只在自己的手机上勾选。',
  signIn: '登录',
  noLogin: '请填账号',
  noPassword: '请填密码',
  locked: (minutes: number) => `连续输错多次，请 ${minutes} 分钟后再试。忘记密码请联系安全管理员。`,
  forgot: '忘记密码，请联系安全管理员。',
  demo: '演示：点一位直接进入',
  demoWhy: '这里都是虚构的人和事，可以放心操作。',
}

const en: typeof zh = {
  title: 'Sign in',
  app: 'Yige for grid workers',
  login: 'Account',
  password: 'Password',
  keep: (days) => `Remember this phone for ${days} days`,
  keepWhy: 'Only on a phone of your own.',
  signIn: 'Sign in',
  noLogin: 'Enter your account',
  noPassword: 'Enter your password',
  locked: (minutes) =>
    `Too many wrong tries. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. If you forgot it, ask the security administrator.`,
  forgot: 'If you forgot the password, ask the security administrator.',
  demo: 'Demonstration: tap a person to enter',
  demoWhy: 'All people and matters here are invented; try anything.',
}

export const messages = { zh, en }
