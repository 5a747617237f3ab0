import { useId } from 'react'
import { FieldProblem } from '../field/field.tsx'
import './tick.css'

type Props = {
  label: string
  hint?: string
  checked: boolean
  onChange: (checked: boolean) => void
  problem?: string | undefined
}

/** One yes or no; the whole line answers. */
export function Tick({ label, hint, checked, onChange, problem }: Props) {
  const said = useId()
  return (
    <div className="y-tick">
      <label className="y-tick__label">
        <input
          className="y-tick__box"
          type="checkbox"
          checked={checked}
          aria-invalid={problem ? true : undefined}
          aria-describedby={hint || problem ? said : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
      {hint && (
        <p id={said} className="y-tick__hint">
          {hint}
        </p>
      )}
      <FieldProblem id={hint ? undefined : said} problem={problem} />
    </div>
  )
}
