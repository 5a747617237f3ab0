import { useNavigate } from '@tanstack/react-router'

/** Opens a matter on the desk. */
export function useOpenMatter() {
  const navigate = useNavigate()
  return (matterId: string) => void navigate({ to: '/', search: () => ({ m: matterId }) })
}

/** Opens the sheets of some matters, to be printed. */
export function usePrintMatters() {
  const navigate = useNavigate()
  return (ids: readonly string[]) => void navigate({ to: '/print', search: () => ({ ids: ids.join(',') }) })
}
