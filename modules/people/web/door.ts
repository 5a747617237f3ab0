/** What other modules' screens may use of people. */
export { roleWords } from './role-words.messages.ts'
export { listDemoPeople, listPosts, signIn } from './routes.generated.ts'
export { mayDo, useSession, useSignInCheck } from './use-session.ts'
