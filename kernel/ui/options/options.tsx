import { useId } from 'react'
import './options.css'

type Option<Value extends string> = {
  readonly value: Value
  readonly label: string
  /** What choosing it means. */
  readonly hint?: string
}

type Props<Value extends string> = {
  legend: string
  options: readonly Option<Value>[]
  value: Value
  onChange: (value: Value) => void
}

/** One of a few that each need a sentence; always one below the other. */
export function Options<Value extends string>({ legend, options, value, onChange }: Props<Value>) {
  const name = useId()
  return (
    <fieldset>
      <legend className="y-choices__legend">{legend}</legend>
      <div className="y-options__list">
        {options.map((option) => (
          <label className="y-option" key={option.value}>
            <input
              className="y-option__input"
              type="radio"
              name={name}
              checked={value === option.value}
              aria-labelledby={`${name}-${option.value}-label`}
              aria-describedby={option.hint && `${name}-${option.value}`}
              onChange={() => onChange(option.value)}
            />
            <span className="y-option__mark" />
            <span>
              <span id={`${name}-${option.value}-label`}>{option.label}</span>
              {option.hint && (
                <span id={`${name}-${option.value}`} className="y-option__hint">
                  {option.hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
