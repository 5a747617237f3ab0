const everyMs = 2_000

/** Says how far something is, in percent of a total that may be an estimate, at most every two seconds. */
export function progressOf(say: (line: string) => void, total: number): (done: number, what: string) => void {
  let saidAt = performance.now()
  return (done, what) => {
    if (performance.now() - saidAt < everyMs || total <= 0) return
    saidAt = performance.now()
    say(`  ${Math.min(99, Math.floor((done / total) * 100))} %  ${what}`)
  }
}
