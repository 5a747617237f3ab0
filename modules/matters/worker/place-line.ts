/**
 * A place as the worker of the grid says it: without the street, the community and the grid they stand in.
 * `own` are the names of the areas of their posts. Lists leave the grid out: then the community that comes first goes.
 */
export function placeLine(placeNames: readonly string[], own: readonly string[]): string {
  const within = Math.max(...own.map((name) => placeNames.lastIndexOf(name)), -1)
  const isInCommunity = within === -1 && /(社区|村|居委会)$/.test(placeNames[0] ?? '')
  const rest = placeNames.slice(isInCommunity ? 1 : within + 1)
  return (rest.length > 0 ? rest : placeNames.slice(-1)).join(' ')
}
