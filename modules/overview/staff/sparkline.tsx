/** How a number moved: bars for counts, a line with gaps for shares. The last one is the period shown. */
export function Sparkline(props: {
  values: readonly (number | undefined)[]
  isShare: boolean
  label: string
}) {
  const { values, isShare, label } = props
  const [width, height] = [132, 30]
  const step = width / Math.max(values.length, 1)
  const most = isShare ? 1 : Math.max(1, ...values.map((value) => value ?? 0))
  const heightOf = (value: number): number => Math.max(1, (value / most) * (height - 2))
  return (
    <svg
      className="v-spark"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMinYMax meet"
      role="img"
      aria-label={label}
    >
      {isShare ? (
        <Line
          points={values.map((value, at) => point(value, at, step, (one) => height - 1 - heightOf(one)))}
        />
      ) : (
        values.map((value, at) => (
          <rect
            key={at}
            className={at === values.length - 1 ? 'is-now' : undefined}
            x={at * step + 1}
            width={Math.max(1, step - 2)}
            y={height - (value ? heightOf(value) : 0)}
            height={value ? heightOf(value) : 0}
          />
        ))
      )}
    </svg>
  )
}

type Point = { x: number; y: number } | undefined

const point = (value: number | undefined, at: number, step: number, yOf: (value: number) => number): Point =>
  value === undefined ? undefined : { x: (at + 0.5) * step, y: yOf(value) }

function Line({ points }: { points: readonly Point[] }) {
  const last = points.at(-1)
  const runs: { x: number; y: number }[][] = []
  let isBroken = true
  for (const each of points) {
    if (!each) isBroken = true
    else if (isBroken) {
      runs.push([each])
      isBroken = false
    } else runs.at(-1)?.push(each)
  }
  return (
    <>
      {runs.map((run) => (
        <polyline key={run[0]?.x} points={run.map(({ x, y }) => `${x},${y}`).join(' ')} />
      ))}
      {last && <circle className="is-now" cx={last.x} cy={last.y} r={2.5} />}
    </>
  )
}
