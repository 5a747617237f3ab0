import { useId } from 'react'
import './tick.css'

type Props = { label: string; hint?: string; checked: boolean; onChange: (checked: boolean) => void }

/** One yes or no; the whole line answers. */
export function Tick({ label, hint, checked, onChange }: Props) {
  const said = useId()
  return (
    <div className="y-tick">
      <label className="y-tick__label">
        <input
          className="y-tick__box"
          type="checkbox"
          checked={checked}
          aria-describedby={hint && said}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
      {hint && (
        <p id={said} className="y-tick__hint">
          {hint}
        </p>
      )}
    </div>
  )
}
