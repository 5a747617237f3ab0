import { useId } from 'react'
import { classNames } from '../class-names.ts'
import { FieldProblem } from '../field/field.tsx'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-paths.ts'
import './choice-grid.css'

export type Choice<Value extends string> = {
  readonly value: Value
  readonly label: string
  readonly icon?: IconName
}

type Props<Value extends string> = {
  legend: string
  choices: readonly Choice<Value>[]
  value: Value | undefined
  onChange: (value: Value) => void
  /** For a page whose heading already asks. */
  legendUnseen?: boolean
  /** What is wrong, and what to do. */
  problem?: string | undefined
}

/** One of a few, each with a drawing and a word; without drawings two to a row. One column for elders. */
export function ChoiceGrid<Value extends string>(props: Props<Value>) {
  const name = useId()
  const wordsOnly = props.choices.every((choice) => !choice.icon)
  return (
    <fieldset data-wrong={props.problem && ''} aria-describedby={props.problem && `${name}-problem`}>
      <legend className={props.legendUnseen ? 'y-unseen' : 'y-choices__legend'}>{props.legend}</legend>
      <div className={classNames('y-choices__grid', wordsOnly && 'y-choices__grid--words')}>
        {props.choices.map((choice) => (
          <label className="y-choice" key={choice.value}>
            <input
              className="y-choice__input"
              type="radio"
              name={name}
              value={choice.value}
              checked={props.value === choice.value}
              onChange={() => props.onChange(choice.value)}
            />
            <span className="y-choice__tile">
              {choice.icon && <Icon name={choice.icon} size={1.65} />}
              {choice.label}
              {props.value === choice.value && (
                <span className="y-choice__tick">
                  <Icon name="check" size={0.9} />
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      <FieldProblem id={`${name}-problem`} problem={props.problem} />
    </fieldset>
  )
}
