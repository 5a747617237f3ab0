type Props<Key extends string> = {
  readonly legend: string
  readonly name: string
  readonly options: Readonly<Record<Key, string>>
  readonly value: Key | ''
  readonly error?: string | undefined
  /** Side by side, for a few short words. */
  readonly inRow?: boolean
  readonly onChange: (key: Key) => void
}

/** One of a few, each with its word in sight. */
export function Choices<Key extends string>(props: Props<Key>) {
  const { legend, name, options, value, error, inRow, onChange } = props
  const keys = Object.keys(options) as Key[]
  return (
    <fieldset
      className={inRow ? 'm-choices is-row' : 'm-choices'}
      aria-describedby={error ? `${name}-error` : undefined}
    >
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
