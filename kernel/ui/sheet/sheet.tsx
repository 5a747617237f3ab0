import { useEffect, useId, useRef, type ReactNode, type RefObject } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Icon } from '../icon/icon.tsx'
import { messages } from '../ui.messages.ts'
import './sheet.css'

type Props = { title: string; open: boolean; onClose: () => void; children: ReactNode }

function useDialog(dialog: RefObject<HTMLDialogElement | null>, open: boolean, onClose: () => void) {
  useEffect(() => {
    const element = dialog.current
    if (!element || !open) return
    const onVeil = (event: MouseEvent) => event.target === element && onClose()
    element.addEventListener('click', onVeil)
    return () => element.removeEventListener('click', onVeil)
  }, [dialog, open, onClose])

  useEffect(() => {
    const element = dialog.current
    if (!element || !open) return
    // Safari before 15.4 has no showModal: the sheet is then shown without a veil.
    if (typeof element.showModal === 'function') element.showModal()
    else element.setAttribute('open', '')
    return () => (typeof element.close === 'function' ? element.close() : element.removeAttribute('open'))
  }, [dialog, open])
}

/** Opened by the person, closed by its cross, Escape or the veil. The browser keeps the focus inside. */
export function Sheet({ title, open, onClose, children }: Props) {
  const words = useMessages(messages)
  const heading = useId()
  const dialog = useRef<HTMLDialogElement>(null)

  useDialog(dialog, open, onClose)
  if (!open) return null
  return (
    <dialog
      ref={dialog}
      className="y-sheet"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className="y-sheet__top">
        <h2 id={heading}>{title}</h2>
        <button type="button" className="y-sheet__close" aria-label={words.close} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </div>
      <div className="y-stack">{children}</div>
    </dialog>
  )
}
