import { Input } from 'antd'
import { Labelled } from '#kernel/web/react/labelled.tsx'

type Props = {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly most: number
  readonly optional?: boolean
  readonly hint?: string
  readonly error?: string | undefined
  readonly onChange: (text: string) => void
}

/** Words of some length, growing as they are typed. */
export function WordsField({ id, label, value, most, optional = false, hint, error, onChange }: Props) {
  return (
    <Labelled id={id} label={label} optional={optional} hint={hint} error={error}>
      <Input.TextArea
        id={id}
        value={value}
        maxLength={most}
        autoSize={{ minRows: 2, maxRows: 8 }}
        aria-invalid={error !== undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </Labelled>
  )
}
