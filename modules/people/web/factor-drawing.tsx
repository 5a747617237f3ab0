/** The QR code that an authenticator scans: dark on white in every theme, or no camera reads it. */
export function FactorDrawing(props: { path: string; size: number; label: string }) {
  const quiet = 4
  const side = props.size + 2 * quiet
  return (
    <svg
      role="img"
      aria-label={props.label}
      viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
      width="208"
      height="208"
      shapeRendering="crispEdges"
    >
      <rect x={-quiet} y={-quiet} width={side} height={side} fill="#fff" />
      <path d={props.path} fill="#000" />
    </svg>
  )
}
