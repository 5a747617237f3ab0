import type { PlacePage } from '../contract.ts'
import { placeLine } from './place-line.ts'

/** Where this is, as those who live there say it: they must see at once that it is theirs. */
export function PlaceHead({ place }: { place: PlacePage['place'] | undefined }) {
  if (!place) return <span className="y-page__place--waiting" />
  const { near, far } = placeLine(place.pathNames)
  return (
    <>
      {far && <span className="m-place__far">{far}</span>}
      <strong className="m-place__near">{[near, place.facility].filter(Boolean).join(' · ')}</strong>
    </>
  )
}
