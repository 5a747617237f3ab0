import { useMessages } from '#kernel/web/messages.ts'
import { CopyButton } from '#kernel/web/react/copy-button.tsx'
import { messages } from './add-post.messages.ts'

export type Made = { readonly accountId: string; readonly login: string; readonly password: string }

/** The first password, shown this once; the server keeps only its hash. */
export function MadeAccount({ made }: { made: Made }) {
  const { account: words } = useMessages(messages)
  return (
    <>
      <div className="o-secret">
        <dl>
          <dt>{words.login}</dt>
          <dd>{made.login}</dd>
          <dt>{words.password}</dt>
          <dd>{made.password}</dd>
        </dl>
        <CopyButton text={`${words.login} ${made.login}\n${words.password} ${made.password}`} words={words} />
      </div>
      <p className="o-hint">{words.once}</p>
    </>
  )
}
