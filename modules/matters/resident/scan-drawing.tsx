/** A phone held to the code beside a door. */
export function ScanDrawing({ label }: { label: string }) {
  return (
    <svg className="m-drawing" viewBox="0 0 120 96" role="img" aria-label={label}>
      <path d="M8 90h104" />
      <path d="M16 90V14h40v76M24 90V22h24v68M43 56v5" />
      <path d="M64 26h22v22H64zM68 30h5v5h-5zM77 30h5v5h-5zM68 39h5v5h-5zM77 39h2M82 39v5M77 44h2" />
      <path className="m-drawing__beam" d="M90 54L66 50M104 54L86 48" />
      <path
        className="m-drawing__phone"
        d="M89 54h16a3 3 0 0 1 3 3v30a3 3 0 0 1-3 3H89a3 3 0 0 1-3-3V57a3 3 0 0 1 3-3z"
      />
      <path d="M91 64v-3h3M100 61h3v3M103 71v3h-3M94 74h-3v-3M95 83h4" />
    </svg>
  )
}
