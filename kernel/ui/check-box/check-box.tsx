import { Icon } from '../icon/icon.tsx'
import './check-box.css'

/** One thing that holds or does not; the whole line answers. */
export function CheckBox(props: {
  label: string
  hint?: string
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  return (
    <label className="y-check">
      <input
        className="y-check__input"
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span className="y-check__box">
        <Icon name="check" size={0.95} />
      </span>
      <span>
        {props.label}
        {props.hint && <span className="y-check__hint">{props.hint}</span>}
      </span>
    </label>
  )
}
