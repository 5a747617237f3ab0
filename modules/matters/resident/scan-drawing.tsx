/** A phone held to the code beside a door. */
export function ScanDrawing({ label }: { label: string }) {
  return (
    <svg className="m-drawing" viewBox="0 0 120 96" role="img" aria-label={label}>
      <path d="M8 90h104" />
      <path d="M16 90V14h40v76M24 90V22h24v68M43 56v5" />
      <path d="M64 26h22v22H64zM68 30h5v5h-5zM77 30h5v5h-5zM68 39h5v5h-5zM77 39h2M82 39v5M77 44h2" />
      <path className="m-drawing__beam" d="M88 62L64 50M98 62L86 50" />
      <path
        className="m-drawing__phone"
        d="M82 62h22a3 3 0 0 1 3 3v22a3 3 0 0 1-3 3H82a3 3 0 0 1-3-3V65a3 3 0 0 1 3-3z"
      />
      <path d="M87 72v-4h4M95 68h4v4M99 80v4h-4M91 84h-4v-4" />
    </svg>
  )
}
