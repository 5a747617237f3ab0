type Props<Key extends string> = {
  readonly legend: string
  readonly name: string
  readonly options: Readonly<Record<Key, string>>
  readonly value: Key | ''
  readonly error?: string | undefined
  readonly onChange: (key: Key) => void
}

/** One of a few, each with its word in sight. */
export function Choices<Key extends string>({ legend, name, options, value, error, onChange }: Props<Key>) {
  const keys = Object.keys(options) as Key[]
  return (
    <fieldset className="m-choices" aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{legend}</legend>
      {keys.map((key) => (
        <label key={key}>
          <input type="radio" name={name} checked={key === value} onChange={() => onChange(key)} />
          <span>{options[key]}</span>
        </label>
      ))}
      {error && (
        <p id={`${name}-error`} className="m-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
