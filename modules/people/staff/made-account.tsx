import { Button } from 'antd'
import { useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { messages } from './add-post.messages.ts'

export type Made = { readonly accountId: string; readonly login: string; readonly password: string }

/** The first password, shown this once; the server keeps only its hash. */
export function MadeAccount({ made }: { made: Made }) {
  const { account: words } = useMessages(messages)
  const [isCopied, setCopied] = useState(false)
  const copy = (): void => {
    navigator.clipboard
      ?.writeText(`${words.login} ${made.login}\n${words.password} ${made.password}`)
      .then(() => setCopied(true))
      .catch(() => setCopied(false))
  }
  return (
    <>
      <div className="o-secret">
        <dl>
          <dt>{words.login}</dt>
          <dd>{made.login}</dd>
          <dt>{words.password}</dt>
          <dd>{made.password}</dd>
        </dl>
        <Button onClick={copy}>{isCopied ? words.copied : words.copy}</Button>
      </div>
      <p className="o-hint">{words.once}</p>
    </>
  )
}
