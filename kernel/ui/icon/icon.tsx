import { iconPaths, type IconName } from './icon-paths.ts'
import './icon.css'

/** Names that come as data (a subject's icon) and are not drawn here fall back to 'other'. */
export const knownIcon = (name: string): IconName => (name in iconPaths ? (name as IconName) : 'other')

/** A drawing beside a word; with `label` it stands alone and is read out. `size` in rem. */
export function Icon({ name, size = 1.3, label }: { name: IconName; size?: number; label?: string }) {
  const said = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true }
  return (
    <svg className="y-icon" viewBox="0 0 24 24" width={`${size}rem`} height={`${size}rem`} {...said}>
      <path d={iconPaths[name]} />
    </svg>
  )
}
