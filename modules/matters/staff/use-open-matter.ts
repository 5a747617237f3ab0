import { useNavigate } from '@tanstack/react-router'

/** Opens a matter on the desk. */
export function useOpenMatter() {
  const navigate = useNavigate()
  return (matterId: string) => void navigate({ to: '/', search: () => ({ m: matterId }) })
}
