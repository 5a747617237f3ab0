import { Button } from 'antd'
import { useState } from 'react'

type Props = { text: string; words: { readonly copy: string; readonly copied: string }; size?: 'small' }

/** Puts a text on the clipboard and says so. Pages without https have none: there the button stays as it is. */
export function CopyButton({ text, words, size }: Props) {
  const [isCopied, setCopied] = useState(false)
  const copy = (): void => {
    navigator.clipboard
      ?.writeText(text)
      .then(() => setCopied(true))
      .catch(() => setCopied(false))
  }
  return (
    <Button onClick={copy} {...(size && { size })}>
      {isCopied ? words.copied : words.copy}
    </Button>
  )
}
