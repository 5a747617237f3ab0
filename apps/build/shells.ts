/**
 * Which built HTML file answers a page's address. The paths are relative to dist/.
 * `undefined` means that the address belongs to no web app.
 */
export function shellOf(pathname: string): string | undefined {
  if (/^\/(api|open311|assets|healthz|readyz|metrics)(\/|$)/.test(pathname)) return undefined
  if (/^\/(staff|screen)(\/|$)/.test(pathname)) return 'staff/index.html'
  if (/^\/work(\/|$)/.test(pathname)) return 'resident/work.html'
  if (pathname.startsWith('/d/')) return 'resident/door.html'
  return 'resident/index.html'
}
