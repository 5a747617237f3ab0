import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '#kernel/web/language.ts'
import { useMessages } from '#kernel/web/messages.ts'
import { readAloud, watchVoice } from '#kernel/web/read-aloud.ts'
import { Button } from '../button/button.tsx'
import { messages } from '../ui.messages.ts'
import './read-aloud.css'

/** Reads the page it stands on; silent when the page is left, and not there where the browser has no voice. */
export function ReadAloud() {
  const words = useMessages(messages)
  const language = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  const stop = useRef<() => void>(undefined)
  const [hasVoice, setHasVoice] = useState(false)
  const [reading, setReading] = useState(false)
  useEffect(() => watchVoice(language, setHasVoice), [language])
  useEffect(() => {
    const leave = () => stop.current?.()
    const hide = () => document.hidden && leave()
    addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', hide)
    return () => {
      leave()
      removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [language])
  if (!hasVoice) return null

  function press() {
    if (reading) return stop.current?.()
    const page = box.current?.closest('main')
    if (!page) return
    setReading(true)
    stop.current = readAloud(page, language, () => setReading(false))
  }

  return (
    <div ref={box} className="y-read y-no-print" data-read-aloud>
      <Button icon={reading ? 'pause' : 'noise'} wide onPress={press}>
        {reading ? words.stopReading : words.readAloud}
      </Button>
    </div>
  )
}
