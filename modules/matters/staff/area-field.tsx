import { Button } from 'antd'
import { AreaPicker, type PickedArea } from './area-picker.tsx'

type Props = {
  readonly legend: string
  readonly changeName: string
  readonly area: PickedArea | undefined
  readonly error: string | undefined
  readonly onChange: (area: PickedArea | undefined) => void
}

/** The chosen area, or the tree to choose it from. */
export function AreaField({ legend, changeName, area, error, onChange }: Props) {
  return (
    <fieldset className="m-choices is-plain">
      <legend>{legend}</legend>
      {area ? (
        <p className="m-picked">
          <span>{area.pathNames.join(' / ') || area.name}</span>
          <Button size="small" onClick={() => onChange(undefined)}>
            {changeName}
          </Button>
        </p>
      ) : (
        <AreaPicker onPick={({ id, name, pathNames }) => onChange({ id, name, pathNames })} />
      )}
      {error && (
        <p className="m-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
