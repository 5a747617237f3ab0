import { createElement, type ComponentType, useEffect, useState } from 'react'

type Props<Given extends object> = {
  /** The same function at every drawing. */
  load: () => Promise<ComponentType<Given>>
  /** What the part is given once it is here. */
  give: Given
}

/** A part that the first sight of a page does not need: nothing until its code is here, and where it cannot be loaded. */
export function Later<Given extends object>({ load, give }: Props<Given>) {
  const [part, setPart] = useState<{ readonly Part: ComponentType<Given> }>()
  useEffect(() => {
    let current = true
    load().then(
      (Part) => current && setPart({ Part }),
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [load])
  return part ? createElement(part.Part, give) : null
}
