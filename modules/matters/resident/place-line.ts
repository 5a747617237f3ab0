/** The last two names say where it is to those who live there; the rest places it for everybody else. */
export function placeLine(names: readonly string[]): { near: string; far: string } {
  return { near: names.slice(-2).join(' '), far: names.slice(0, -2).join(' · ') }
}
