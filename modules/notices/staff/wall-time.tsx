import { TimePicker } from 'antd'
import dayjs from 'dayjs'

const shape = 'HH:mm'

/** A time on the wall as HH:MM, with 24 hours whatever the browser prefers. */
export function WallTime(props: {
  id?: string
  label?: string
  value: string
  onChange: (time: string) => void
}) {
  const { id, label, value, onChange } = props
  const [hour = 0, minute = 0] = value.split(':').map(Number)
  return (
    <TimePicker
      {...(id && { id })}
      {...(label && { 'aria-label': label })}
      value={dayjs().hour(hour).minute(minute)}
      format={shape}
      minuteStep={5}
      allowClear={false}
      needConfirm={false}
      onChange={(time) => time && onChange(time.format(shape))}
    />
  )
}
