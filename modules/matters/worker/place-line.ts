/**
 * A place as the worker of the grid says it: without the street, the community and the grid they stand in.
 * `own` are the names of the areas of their posts.
 */
export function placeLine(placeNames: readonly string[], own: readonly string[]): string {
  const within = Math.max(...own.map((name) => placeNames.lastIndexOf(name)), -1)
  const rest = placeNames.slice(within + 1)
  return (rest.length > 0 ? rest : placeNames.slice(-1)).join(' ')
}
