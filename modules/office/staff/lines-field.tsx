import { Button, Input } from 'antd'
import { Icon } from '#kernel/ui/icon/icon.tsx'
import { useMessages } from '#kernel/web/messages.ts'
import type { OfficeSetting } from '../contract.ts'
import { messages } from './office.messages.ts'

type Line = OfficeSetting['lines'][number]

/** The phone lines of the office, a row each. */
export function LinesField(props: {
  lines: readonly Line[]
  error: string | undefined
  onChange: (lines: Line[]) => void
}) {
  const words = useMessages(messages)
  const { lines, error, onChange } = props
  const set = (at: number, part: Partial<Line>): void =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...part } : line)))
  return (
    <fieldset className="o-lines">
      <legend>{words.lines}</legend>
      {lines.map(({ label, phone }, index) => (
        // Lines are told apart by their place alone.
        <div key={`line ${index + 1}`} className="o-line">
          <Input
            aria-label={words.label(index + 1)}
            placeholder={words.labelPlace}
            maxLength={20}
            value={label}
            onChange={(event) => set(index, { label: event.target.value })}
          />
          <Input
            aria-label={words.phone(index + 1)}
            placeholder={words.phonePlace}
            maxLength={24}
            value={phone}
            onChange={(event) => set(index, { phone: event.target.value })}
          />
          <Button
            aria-label={words.drop(index + 1)}
            icon={<Icon name="cross" size={0.9} />}
            onClick={() => onChange(lines.filter((_, each) => each !== index))}
          />
        </div>
      ))}
      {lines.length < 4 && (
        <Button onClick={() => onChange([...lines, { label: '', phone: '' }])}>{words.add}</Button>
      )}
      {error ? (
        <p className="o-error" role="alert">
          {error}
        </p>
      ) : (
        <p className="o-second">{words.linesHint}</p>
      )}
    </fieldset>
  )
}
