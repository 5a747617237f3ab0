/** A place somebody chose without a door code; the point is WGS-84, as the reporter tapped it. */
export type ChosenPlace = {
  readonly areaId: number
  readonly pathNames: readonly string[]
  readonly point?: { readonly lon: number; readonly lat: number }
}
