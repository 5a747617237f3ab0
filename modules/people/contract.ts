/** The contract of people: accounts, signing in, and posts. */
export * from './contract/accounts.ts'
export * from './contract/own-account.ts'
export * from './contract/posts.ts'
export * from './contract/provider.ts'
export * from './contract/roles.ts'
export * from './contract/second-factor.ts'
export * from './contract/sign-in.ts'
export * from './contract/sign-in-rules.ts'
