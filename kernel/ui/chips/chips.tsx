import { useId } from 'react'
import { FieldProblem } from '../field/field.tsx'
import { Icon } from '../icon/icon.tsx'
import './chips.css'

type Props<Value extends string> = {
  legend: string
  choices: readonly { readonly value: Value; readonly label: string }[]
  values: readonly Value[]
  onChange: (values: Value[]) => void
  problem?: string | undefined
}

/** Any number of a few words. */
export function Chips<Value extends string>({ legend, choices, values, onChange, problem }: Props<Value>) {
  const id = useId()
  const turn = (value: Value) =>
    onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value])
  return (
    <fieldset data-wrong={problem && ''} aria-describedby={problem && id}>
      <legend className="y-choices__legend">{legend}</legend>
      <div className="y-chips__row">
        {choices.map(({ value, label }) => (
          <label className="y-chip" key={value}>
            <input
              className="y-chip__input"
              type="checkbox"
              checked={values.includes(value)}
              onChange={() => turn(value)}
            />
            <span className="y-chip__word">
              {values.includes(value) && <Icon name="check" size={0.9} />}
              {label}
            </span>
          </label>
        ))}
      </div>
      <FieldProblem id={id} problem={problem} />
    </fieldset>
  )
}
