import { useEffect, useMemo, useRef, useState } from 'react'
import { useMessages } from '#kernel/web/messages.ts'
import {
  LONGEST_SECONDS,
  type NoVoice,
  type Recorder,
  type Recording,
  startRecording,
  VoiceRefused,
} from '#kernel/web/record-voice.ts'
import { Button } from '../button/button.tsx'
import { Notice } from '../notice/notice.tsx'
import { messages } from '../voice-player/voice.messages.ts'
import { VoicePlayer } from '../voice-player/voice-player.tsx'
import './voice-note.css'

type Stage = 'quiet' | 'asking' | 'recording'

function useRecorder(onRecorded: (voice: Recording) => void) {
  const running = useRef<Recorder | undefined>(undefined)
  const isGone = useRef(false)
  const [stage, setStage] = useState<Stage>('quiet')
  const [seconds, setSeconds] = useState(0)
  const [refused, setRefused] = useState<NoVoice>()

  // Who leaves the page while speaking is not listened to any longer.
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
      running.current?.cancel()
    }
  }, [])
  useEffect(() => {
    if (stage !== 'recording') return
    const clock = setInterval(() => setSeconds(Math.floor(running.current?.seconds() ?? 0)), 200)
    return () => clearInterval(clock)
  }, [stage])

  async function record() {
    setRefused(undefined)
    setSeconds(0)
    setStage('asking')
    try {
      const recorder = await startRecording()
      if (isGone.current) return recorder.cancel()
      running.current = recorder
      setStage('recording')
      const said = await recorder.done
      if (isGone.current) return
      if (said) onRecorded(said)
      else setRefused('broken')
    } catch (error) {
      setRefused(error instanceof VoiceRefused ? error.why : 'broken')
    } finally {
      running.current = undefined
      setStage('quiet')
    }
  }
  return { stage, seconds, refused, record, stop: () => running.current?.stop() }
}

function Speaking({ seconds, onStop }: { seconds: number; onStop: () => void }) {
  const words = useMessages(messages)
  const button = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone: the focus goes to the one that ends it.
  useEffect(() => button.current?.querySelector('button')?.focus(), [])
  return (
    <div className="y-speak__now" ref={button}>
      <p className="y-speak__clock">
        <span className="y-speak__dot" aria-hidden />
        <span role="timer">{words.voiceRunning(seconds)}</span>
        <span className="y-second">{words.voiceMost(LONGEST_SECONDS)}</span>
      </p>
      <Button icon="check" onPress={onStop}>
        {words.voiceStop}
      </Button>
    </div>
  )
}

function Spoken({
  voice,
  onAgain,
  onRemove,
}: {
  voice: Recording
  onAgain: () => void
  onRemove: () => void
}) {
  const words = useMessages(messages)
  const url = useMemo(() => URL.createObjectURL(voice.blob), [voice.blob])
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  return (
    <div className="y-speak__said">
      <VoicePlayer src={url} mediaType={voice.blob.type} seconds={voice.seconds} />
      <div className="y-speak__acts">
        <Button icon="mic" onPress={onAgain}>
          {words.voiceAgain}
        </Button>
        <Button icon="rubbish" onPress={onRemove}>
          {words.voiceRemove}
        </Button>
      </div>
    </div>
  )
}

type Props = {
  voice: Recording | undefined
  /** With what was said, or nothing when it was taken away again. */
  onRecorded: (voice: Recording | undefined) => void
  label?: string
}

/** Says it instead of writing it: one recording of at most a minute, to hear, to say anew, to take away. */
export function VoiceNote({ voice, onRecorded, label }: Props) {
  const words = useMessages(messages)
  const { stage, seconds, refused, record, stop } = useRecorder(onRecorded)
  return (
    <div className="y-speak">
      {stage === 'recording' && <Speaking seconds={seconds} onStop={stop} />}
      {stage !== 'recording' && voice && (
        <Spoken voice={voice} onAgain={() => void record()} onRemove={() => onRecorded(undefined)} />
      )}
      {stage !== 'recording' && !voice && (
        <Button icon="mic" busy={stage === 'asking'} onPress={() => void record()}>
          {label ?? words.voiceRecord}
        </Button>
      )}
      {stage === 'asking' && <p className="y-second">{words.voiceAsking}</p>}
      {refused && <Notice kind="warn">{words.voiceRefused[refused]}</Notice>}
    </div>
  )
}
