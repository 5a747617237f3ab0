import { useId } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { messages } from '../ui.messages.ts'
import './faces.css'

export type Satisfaction = 1 | 2 | 3 | 4 | 5

/** From a deep frown to a wide smile. */
const MOUTHS = [
  'M8 17.2c.8-2.1 2.2-3.2 4-3.2s3.2 1.1 4 3.2',
  'M8.5 16.2c.8-1.1 2-1.6 3.5-1.6s2.7.5 3.5 1.6',
  'M8.5 15.5h7',
  'M8.5 14.5c.8 1.1 2 1.6 3.5 1.6s2.7-.5 3.5-1.6',
  'M7.8 13.5c.8 2.4 2.3 3.6 4.2 3.6s3.4-1.2 4.2-3.6z',
]
const LEVELS: readonly Satisfaction[] = [1, 2, 3, 4, 5]
const HEAD = 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9 9.5v.6M15 9.5v.6'

/** How content someone is, in five steps, worst first: a drawn face and its word. */
export function Faces(props: {
  legend: string
  value: Satisfaction | undefined
  onChange: (value: Satisfaction) => void
  legendUnseen?: boolean
}) {
  const words = useMessages(messages)
  const name = useId()
  return (
    <fieldset>
      <legend className={props.legendUnseen ? 'y-unseen' : 'y-choices__legend'}>{props.legend}</legend>
      <div className="y-faces__row">
        {LEVELS.map((level) => (
          <label className="y-face" key={level}>
            <input
              className="y-face__input"
              type="radio"
              name={name}
              checked={props.value === level}
              onChange={() => props.onChange(level)}
            />
            <span className="y-face__tile">
              <svg className="y-icon" viewBox="0 0 24 24" width="2rem" height="2rem" aria-hidden>
                <path d={`${HEAD}${MOUTHS[level - 1]}`} />
              </svg>
              {words.faces[level - 1]}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
