import { useEffect, useRef, useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import { Icon } from '../icon/icon.tsx'
import { messages } from './voice.messages.ts'
import './voice-player.css'

type Props = {
  src: string
  mediaType: string
  /** Unknown for some recordings. */
  seconds?: number | undefined
  /** Which one, where several stand together. */
  number?: number | undefined
}

/** Nothing is loaded before it is asked for. */
function usePlaying(src: string) {
  const sound = useRef<HTMLAudioElement | undefined>(undefined)
  const [isPlaying, setPlaying] = useState(false)
  const [at, setAt] = useState(0)
  const [isDumb, setDumb] = useState(false)
  useEffect(() => () => sound.current?.pause(), [])

  function player(): HTMLAudioElement {
    if (sound.current) return sound.current
    const made = new Audio(src)
    made.addEventListener('play', () => setPlaying(true))
    made.addEventListener('pause', () => setPlaying(false))
    made.addEventListener('ended', () => setAt(0))
    made.addEventListener('timeupdate', () => setAt(made.ended ? 0 : made.currentTime))
    sound.current = made
    return made
  }
  async function turn() {
    if (isPlaying) return player().pause()
    try {
      await player().play()
    } catch (error) {
      // Paused again before it began is no failure.
      if (!(error instanceof Error && error.name === 'AbortError')) setDumb(true)
    }
  }
  return { isPlaying, at, isDumb, turn }
}

const cannotPlay = (mediaType: string): boolean =>
  typeof document !== 'undefined' && document.createElement('audio').canPlayType(mediaType) === ''

/** What somebody said, to listen to. Where the browser cannot, it says so and gives the file. */
export const VoicePlayer = (props: Props) => <Player key={props.src} {...props} />

function Player({ src, mediaType, seconds, number }: Props) {
  const words = useMessages(messages)
  const { isPlaying, at, isDumb, turn } = usePlaying(src)
  if (isDumb || cannotPlay(mediaType)) {
    return (
      <p className="y-voice y-voice--dumb">
        {words.voiceDumb}
        <a href={src} download>
          {words.voiceSave}
        </a>
      </p>
    )
  }
  const length = seconds === undefined ? undefined : Math.max(1, Math.round(seconds))
  const name = isPlaying ? words.voicePause : words.voicePlay
  return (
    <div className="y-voice">
      <button
        type="button"
        className="y-voice__play"
        aria-label={words.voiceNamed(name, number, length)}
        onClick={() => void turn()}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </button>
      <span className="y-voice__line" aria-hidden>
        <span
          className="y-voice__done"
          style={{ width: `${Math.min(100, (at / Math.max(seconds ?? 60, 1)) * 100)}%` }}
        />
      </span>
      <span className="y-voice__time" aria-hidden>
        {at > 0 ? words.voiceAt(Math.floor(at), length) : length !== undefined && words.voiceSeconds(length)}
      </span>
    </div>
  )
}
