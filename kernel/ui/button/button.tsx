import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { classNames } from '../class-names.ts'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-paths.ts'
import './button.css'

type Look = {
  /** One `primary` to a screen. */
  kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  wide?: boolean
  icon?: IconName | undefined
  children: ReactNode
}

type ButtonProps = Look & {
  onPress?: () => void
  submit?: boolean
  busy?: boolean
  disabled?: boolean
  label?: string
}

const look = ({ kind = 'plain', wide }: Look) =>
  classNames('y-button', `y-button--${kind}`, wide && 'y-button--wide')

/** While `busy` it keeps its focus and its words, and does nothing. */
export function Button(props: ButtonProps) {
  const { onPress, submit, busy = false, disabled, label, icon, children } = props
  return (
    <button
      type={submit ? 'submit' : 'button'}
      className={look(props)}
      disabled={disabled}
      aria-busy={busy}
      aria-label={label}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onPress?.()
      }}
    >
      {busy ? <span className="y-button__spin" aria-hidden /> : icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A link that looks like a button: to a page of this app, or out (`tel:`, `https:`). */
export function ButtonLink(props: Look & { to: string }) {
  const inside = props.to.startsWith('/') && !props.to.startsWith('/api/')
  const content = (
    <>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </>
  )
  if (!inside) {
    return (
      <a className={look(props)} href={props.to}>
        {content}
      </a>
    )
  }
  return (
    <Link className={look(props)} href={props.to}>
      {content}
    </Link>
  )
}
